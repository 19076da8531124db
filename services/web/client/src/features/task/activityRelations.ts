import type { Activity } from "~/shared/api/generated/api";
import type { Piece } from "./activitySentence";

/** What became of a relation; of a task that the reader may not see there is no key. */
export function relationSentence({ kind, changes: [change] }: Activity): Piece[] {
  const key = change?.to ?? change?.from;
  const other: Piece = key ? { value: key } : "a task that you do not see";
  const not = kind === "related" ? "" : "no longer ";
  switch (change?.field) {
    case "blocks":
      return [`marked this as ${not}blocking `, other];
    case "blocked-by":
      return [`marked this as ${not}blocked by `, other];
    case "duplicates":
      return [`marked this as ${not}a duplicate of `, other];
    case "duplicated-by":
      return ["marked ", other, ` as ${not}a duplicate of this`];
    default:
      return [`marked this as ${not}related to `, other];
  }
}

import { useState } from "react";
import type { Activity, Comment } from "~/shared/api/generated/api";
import { keep, readKept } from "~/shared/lib/kept";
import { isSending } from "./comments";

/** What of a task's activity is shown. */
export const streamParts = { all: "All", comments: "Comments", history: "History" } as const;

export type StreamPart = keyof typeof streamParts;

/** One thing in a task's activity. */
export type Entry = { activity: Activity; comment?: never } | { comment: Comment; activity?: never };

/**
 * Joins history (latest first) and comments (oldest first) in the order of time. History that was not asked for yet is
 * missing at its place; comments never are. What is being sent comes last, whatever this machine's clock says.
 */
export function streamOf(history: readonly Activity[], comments: readonly Comment[]): Entry[] {
  const entries: [number, Entry][] = [
    ...history.toReversed().map((activity): [number, Entry] => [Date.parse(activity.at), { activity }]),
    ...comments.map((comment): [number, Entry] => [
      isSending(comment) ? Number.POSITIVE_INFINITY : Date.parse(comment.createdAt),
      { comment },
    ]),
  ];
  return entries.sort(([one], [other]) => (one === other ? 0 : one - other)).map(([, entry]) => entry);
}

const storageKey = "pmt.activity";

/** The part that is shown, as this browser remembers it; `all` at first where a comment is linked to. */
export function useStreamPart(isLinked: boolean): [StreamPart, (part: StreamPart) => void] {
  const [part, setPart] = useState<StreamPart>(() => (isLinked ? "all" : remembered()));
  return [
    part,
    (next) => {
      setPart(next);
      keep(storageKey, next);
    },
  ];
}

function remembered(): StreamPart {
  const kept = readKept(storageKey);
  return kept === "comments" || kept === "history" ? kept : "all";
}

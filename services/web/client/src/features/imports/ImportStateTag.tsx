import type { ImportState } from "~/shared/api/generated/api";

const looks: Record<ImportState, { name: string; look: string }> = {
  queued: { name: "Waiting", look: "tag" },
  running: { name: "Running", look: "tag tag-warn" },
  done: { name: "Done", look: "tag tag-good" },
  failed: { name: "Failed", look: "tag tag-bad" },
};

/** How far an import is. */
export function ImportStateTag({ state }: { state: ImportState }) {
  return <span className={looks[state].look}>{looks[state].name}</span>;
}

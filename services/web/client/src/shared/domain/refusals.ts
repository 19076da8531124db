import type { BulkChange } from "~/shared/api/generated/api";

type Listener = () => void;

let shown: BulkChange | null = null;
const listeners = new Set<Listener>();

/** Shows which tasks of a bulk change were left as they are, and why; null shows nothing any more. */
export function showRefusals(change: BulkChange | null): void {
  shown = change;
  for (const listener of listeners) listener();
}

/** The store behind the dialog of refusals. */
export const refusalStore = {
  subscribe(listener: Listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  snapshot: () => shown,
};

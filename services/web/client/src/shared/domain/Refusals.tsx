import { useSyncExternalStore } from "react";
import { formatCounted } from "~/shared/lib/format";
import { Dialog } from "~/shared/ui/Dialog";
import { refusalStore, showRefusals } from "./refusals";
import "./bulk.css";

/** The tasks that a bulk change left as they are, or in part, each with the reason. */
export function Refusals() {
  const change = useSyncExternalStore(refusalStore.subscribe, refusalStore.snapshot);
  if (!change) return null;
  const { refused, refusals } = change;
  return (
    <Dialog
      title={`${formatCounted(refused, "task")} refused`}
      size="medium"
      onClose={() => showRefusals(null)}
    >
      <ul className="refusals">
        {refusals.map(({ key, reason }) => (
          <li key={key}>
            <a href={`/browse/${key}`}>{key}</a>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
      {refused > refusals.length ? (
        <p className="refusals-more">The first {refusals.length} are shown.</p>
      ) : null}
    </Dialog>
  );
}

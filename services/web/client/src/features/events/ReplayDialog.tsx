import { Confirm } from "~/shared/ui/Confirm";

type ReplayDialogProps = { consumer: string; onClose: () => void; onConfirm: () => void };

/** Says what a replay does, before it does so. */
export function ReplayDialog({ consumer, onClose, onConfirm }: ReplayDialogProps) {
  return (
    <Confirm title={`Replay ${consumer}?`} action="Replay" onClose={onClose} onConfirm={onConfirm}>
      <p>
        What it made of the events that are still kept is deleted and made again, from the oldest of them on
        or from a snapshot. What is older stays. Until it has caught up, what people see of it is incomplete.
      </p>
      <p>Events that it holds back or that were skipped are tried again.</p>
    </Confirm>
  );
}

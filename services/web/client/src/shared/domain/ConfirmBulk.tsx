import { useQuery } from "@tanstack/react-query";
import { type BulkSelection, previewBulk } from "~/shared/api/bulk";
import type { BulkPatch } from "~/shared/api/generated/api";
import { reasonOf } from "~/shared/api/problem";
import { formatCount, formatCounted } from "~/shared/lib/format";
import { Button } from "~/shared/ui/Button";
import { Dialog, DialogActions } from "~/shared/ui/Dialog";

type ConfirmBulkProps = {
  project: string;
  which: BulkSelection;
  patch: BulkPatch;
  onClose: () => void;
  onConfirm: () => void;
};

/** Tells how many tasks a change is of, and what would become of them, before it begins. */
export function ConfirmBulk({ project, which, patch, onClose, onConfirm }: ConfirmBulkProps) {
  const preview = useQuery({
    queryKey: ["bulk-preview", project, which, patch],
    queryFn: () => previewBulk(project, which, patch),
    gcTime: 0,
    staleTime: 0,
  });
  const { data } = preview;
  return (
    <Dialog title="Change many tasks" onClose={onClose}>
      <div className="confirm-text" role="status">
        {preview.isError ? <p>{reasonOf(preview.error)}</p> : null}
        {data ? (
          <p>
            {formatCounted(data.total, "task")} selected: {formatCount(data.changed)} will be different,{" "}
            {formatCount(data.unchanged)} are so already
            {data.refused > 0 ? `, ${formatCount(data.refused)} cannot be and stay as they are` : ""}. It can
            be undone for 30 days.
          </p>
        ) : preview.isError ? null : (
          <p>Counting…</p>
        )}
      </div>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          look="primary"
          data-autofocus
          busy={preview.isPending}
          disabled={preview.isError || data?.changed === 0}
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {data ? `Change ${formatCounted(data.changed, "task")}` : "Change"}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

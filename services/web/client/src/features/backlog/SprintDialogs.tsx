import { reasonOf } from "~/shared/api/problem";
import { sprintsPath } from "~/shared/api/sprints";
import { Button } from "~/shared/ui/Button";
import { Dialog, DialogActions } from "~/shared/ui/Dialog";
import { Notice } from "~/shared/ui/Notice";
import { type Asked, useBacklog } from "./BacklogContext";
import { CompleteSprint } from "./CompleteSprint";
import { SprintForm } from "./SprintForm";
import { useSprintChanges } from "./useSprintChanges";

type SprintDialogsProps = { asked: Asked; onClose: () => void };

/** The dialog that belongs to what was asked for. */
export function SprintDialogs({ asked, onClose }: SprintDialogsProps) {
  switch (asked.what) {
    case "new":
      return <SprintForm what="new" sprint={null} onClose={onClose} />;
    case "edit":
    case "start":
      return <SprintForm what={asked.what} sprint={asked.sprint} onClose={onClose} />;
    case "complete":
      return <CompleteSprint sprint={asked.sprint} onClose={onClose} />;
    case "reopen":
    case "delete":
      return <Sure what={asked.what} asked={asked} onClose={onClose} />;
  }
}

const questions = {
  reopen: {
    title: "Reopen sprint",
    text: "It becomes active again with the commitment that it had. Tasks that were carried over stay where they are now.",
    look: "primary",
  },
  delete: { title: "Delete sprint", text: "It holds no tasks, so nothing else changes.", look: "danger" },
} as const;

function Sure({ what, asked, onClose }: SprintDialogsProps & { what: "reopen" | "delete" }) {
  const { project } = useBacklog();
  const change = useSprintChanges(project, onClose);
  const { title, text, look } = questions[what];
  if (asked.what === "new") return null;
  const path = sprintsPath(project, asked.sprint.id);
  return (
    <Dialog title={`${title} ${asked.sprint.name}?`} onClose={onClose}>
      {change.isError ? <Notice>{reasonOf(change.error)}</Notice> : null}
      <p className="confirm-text">{text}</p>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          look={look}
          data-autofocus
          busy={change.isPending}
          onClick={() =>
            change.mutate([
              what === "delete" ? { method: "DELETE", path } : { method: "POST", path: `${path}/reopen` },
            ])
          }
        >
          {title}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

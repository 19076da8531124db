import { useState } from "react";
import type { Project } from "~/shared/api/generated/api";
import { Button } from "~/shared/ui/Button";
import { isBlank, shifted } from "./drafts";
import { StatusDraftRow } from "./StatusDraftRow";
import { draftsOf, faultOf, mostStatuses, type StatusDraft, sentOf, withNew } from "./statusDrafts";
import { useSaveStatuses } from "./useSaveStatuses";

type StatusEditorProps = { project: Project; onClose: () => void };

/** The statuses of a project, edited together and saved as a whole. */
export function StatusEditor({ project, onClose }: StatusEditorProps) {
  const [base] = useState(project);
  const [drafts, setDrafts] = useState(() => draftsOf(base.statuses));
  const [added, setAdded] = useState(0);
  const save = useSaveStatuses(base.key, base.version, onClose);
  const isWrong = drafts.some((draft) => faultOf(drafts, draft) !== "");
  const replace = (next: StatusDraft) =>
    setDrafts(drafts.map((draft) => (draft.at === next.at ? next : draft)));
  return (
    <>
      <ul className="rows" aria-label="Statuses to edit">
        {drafts.map((draft, index) => (
          <StatusDraftRow
            key={draft.at}
            draft={draft}
            fault={isBlank(draft) ? "" : faultOf(drafts, draft)}
            isFirst={index === 0}
            isLast={index === drafts.length - 1}
            isNew={draft.at === `new-${added}`}
            onChange={replace}
            onShift={(by) => setDrafts(shifted(drafts, index, by))}
            onRemove={() => setDrafts(drafts.filter(({ at }) => at !== draft.at))}
          />
        ))}
      </ul>
      <div className="form-actions">
        <Button
          icon="add"
          disabled={drafts.length >= mostStatuses}
          onClick={() => {
            setAdded(added + 1);
            setDrafts(withNew(drafts, `new-${added + 1}`));
          }}
        >
          Add a status
        </Button>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          look="primary"
          disabled={isWrong}
          busy={save.isPending}
          onClick={() => save.mutate({ statuses: sentOf(drafts) })}
        >
          Save the statuses
        </Button>
      </div>
    </>
  );
}

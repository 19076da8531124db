import { useState } from "react";
import type { CustomFields, CustomFieldType } from "~/shared/api/generated/api";
import { hasStatus, reasonOf } from "~/shared/api/problem";
import { Button } from "~/shared/ui/Button";
import { Notice } from "~/shared/ui/Notice";
import { shifted } from "./drafts";
import { FieldDraftRow } from "./FieldDraftRow";
import {
  type FieldDraft,
  fieldDraftsOf,
  fieldFault,
  firstField,
  isWrong,
  mostFields,
  newField,
  saidOf,
  sentFields,
  withRemoved,
} from "./fieldDrafts";
import { useSaveFields } from "./useSaveFields";

type FieldEditorProps = {
  project: string;
  latest: CustomFields;
  /** The type of the field to begin with. */
  first: CustomFieldType;
  onClose: () => void;
};

const nameOfNew = (count: number) => `new-${count}`;

/** The custom fields of a project, edited together and saved as a whole; without any, the first one is begun. */
export function FieldEditor({ project, latest, first, onClose }: FieldEditorProps) {
  const [base] = useState(latest);
  const before = fieldDraftsOf(base.fields);
  const [drafts, setDrafts] = useState(() =>
    before.length > 0 ? before : [firstField(first, nameOfNew(0))],
  );
  const [added, setAdded] = useState(0);
  const save = useSaveFields(project, onClose);
  const onNew = () => {
    setAdded(added + 1);
    return nameOfNew(added + 1);
  };
  const replace = (next: FieldDraft) =>
    setDrafts(drafts.map((draft) => (draft.at === next.at ? next : draft)));
  // What else of the project has changed meanwhile is not written here.
  const isSame = JSON.stringify(latest.fields) === JSON.stringify(base.fields);
  const version = isSame ? latest.version : base.version;
  return (
    <>
      <ul className="rows" aria-label="Custom fields to edit">
        {drafts.map((draft, index) => (
          <FieldDraftRow
            key={draft.at}
            project={project}
            draft={draft}
            fault={saidOf(draft, fieldFault(drafts, draft))}
            isFirst={index === 0}
            isLast={index === drafts.length - 1}
            newest={nameOfNew(added)}
            onNew={onNew}
            onChange={replace}
            onShift={(by) => setDrafts(shifted(drafts, index, by))}
            onRemove={() => setDrafts(drafts.filter(({ at }) => at !== draft.at))}
          />
        ))}
      </ul>
      {save.isError ? (
        <Notice
          actions={
            hasStatus(save.error, 409) ? (
              <Button onClick={() => setDrafts(withRemoved(drafts, before))}>
                Put back what was removed
              </Button>
            ) : null
          }
        >
          {hasStatus(save.error, 412)
            ? "Somebody else changed the project meanwhile. Cancel, look at it, then edit again."
            : reasonOf(save.error)}
        </Notice>
      ) : null}
      <div className="form-actions">
        <Button
          icon="add"
          disabled={drafts.length >= mostFields}
          onClick={() => setDrafts([...drafts, newField(onNew())])}
        >
          Add a field
        </Button>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          look="primary"
          disabled={isWrong(drafts)}
          busy={save.isPending}
          onClick={() => save.mutate({ fields: sentFields(drafts), version })}
        >
          Save the fields
        </Button>
      </div>
    </>
  );
}

import { type FormEvent, useState } from "react";
import type { View } from "~/shared/api/generated/api";
import { reasonOf } from "~/shared/api/problem";
import { Button } from "~/shared/ui/Button";
import { Dialog, DialogActions } from "~/shared/ui/Dialog";
import { CheckField, Field, TextInput } from "~/shared/ui/Field";
import { Notice } from "~/shared/ui/Notice";
import { useViewChanges } from "./useViewChanges";
import type { ViewContent } from "./viewContent";

type ViewDialogProps = {
  project: string;
  /** The view to edit; null for a new one. */
  view: View | null;
  content: ViewContent;
  mayShare: boolean;
  onClose: () => void;
  onSaved: (view: View) => void;
};

/** Names a view and says who sees it. */
export function ViewDialog({ project, view, content, mayShare, onClose, onSaved }: ViewDialogProps) {
  const [name, setName] = useState(view?.name ?? "");
  const [shared, setShared] = useState(view?.shared ?? false);
  const [checked, setChecked] = useState(false);
  const { save } = useViewChanges(project);
  const isNamed = name.trim() !== "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isNamed || save.isPending) return;
    const said = { name: name.trim(), shared };
    save.mutate(view ? { view, content: said } : { view, content: { ...content, ...said } }, {
      onSuccess: (saved) => {
        onSaved(saved);
        onClose();
      },
    });
  };
  return (
    <Dialog title={view ? `Edit ${view.name}` : "Save view"} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        {save.isError ? <Notice>{reasonOf(save.error)}</Notice> : null}
        <Field
          label="Name"
          hint={view ? undefined : "It keeps filters, query, order and columns as they are shown now."}
          error={checked && !isNamed ? "A view needs a name." : undefined}
        >
          {(wiring) => (
            <TextInput
              {...wiring}
              data-autofocus
              maxLength={60}
              placeholder="Bugs of this week"
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <CheckField
          label={`Shared with everyone in ${project}`}
          note={mayShare ? "Each sees the tasks that they may see." : "Viewers keep views for themselves."}
          checked={shared}
          disabled={!mayShare && !shared}
          onChecked={setShared}
        />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={save.isPending}>
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

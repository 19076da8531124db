import { type FormEvent, useState } from "react";
import type { Project } from "~/shared/api/generated/api";
import { fieldError, hasStatus, reasonOf } from "~/shared/api/problem";
import { Button } from "~/shared/ui/Button";
import { Field, TextArea, TextInput } from "~/shared/ui/Field";
import { Notice } from "~/shared/ui/Notice";
import { changed, useSaveProject } from "./useSaveProject";

/** Name and description; what somebody else changed meanwhile is not overwritten unasked. */
export function ProjectForm({ project, readOnly }: { project: Project; readOnly: boolean }) {
  const [base, setBase] = useState(project);
  const [draft, setDraft] = useState({ name: project.name, description: project.description });
  const { save, latest, forget } = useSaveProject(project.key, (saved) => {
    setBase(saved);
    setDraft({ name: saved.name, description: saved.description });
  });
  const patch = changed(base, draft);
  const hasTextOfBase = Object.keys(changed(base, project)).length === 0;
  const isChanged = Object.keys(patch).length > 0;
  const nameError = draft.name.trim() === "" ? "A name is needed." : fieldError(save.error, "name");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && draft.name.trim() !== "") {
      const version = hasTextOfBase ? Math.max(project.version, base.version) : base.version;
      save.mutate({ patch, version });
    }
  };
  return (
    <form className="form project-form" aria-label="Project" onSubmit={submit} noValidate>
      {latest ? (
        <Notice
          tone="warn"
          actions={
            <>
              <Button
                onClick={() => {
                  setBase(latest);
                  setDraft({ name: latest.name, description: latest.description });
                  forget();
                }}
              >
                Load the newest
              </Button>
              <Button onClick={() => save.mutate({ patch, version: latest.version })}>
                Save mine over it
              </Button>
            </>
          }
        >
          Somebody else changed this project meanwhile. Yours was not saved, and what you typed is still here.
        </Notice>
      ) : save.isError && !hasStatus(save.error, 412) ? (
        <Notice>{reasonOf(save.error)}</Notice>
      ) : null}
      <Field label="Name" error={nameError}>
        {(wiring) => (
          <TextInput
            {...wiring}
            maxLength={100}
            disabled={readOnly}
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Description"
        hint="The first line is shown in the list of projects."
        error={fieldError(save.error, "description")}
      >
        {(wiring) => (
          <TextArea
            {...wiring}
            disabled={readOnly}
            value={draft.description}
            onChange={(event) => setDraft({ ...draft, description: event.target.value })}
          />
        )}
      </Field>
      {readOnly ? (
        <p className="field-hint">Maintainers and owners of the project can change this.</p>
      ) : (
        <div className="form-actions">
          <Button type="submit" look="primary" disabled={!isChanged} busy={save.isPending}>
            Save
          </Button>
        </div>
      )}
    </form>
  );
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { NewProject as NewProjectBody, Project } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { ApiError, fieldError, reasonOf } from "~/shared/api/problem";
import { Button } from "~/shared/ui/Button";
import { Dialog, DialogActions } from "~/shared/ui/Dialog";
import { Field, TextArea, TextInput } from "~/shared/ui/Field";
import { Notice } from "~/shared/ui/Notice";
import { keyError, suggestKey } from "./newKey";

type NewProjectProps = { onClose: () => void; onCreated: (project: Project) => void };

/** The dialog that creates a project; the key follows the name until it is typed by hand. */
export function NewProject({ onClose, onCreated }: NewProjectProps) {
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [ownKey, setOwnKey] = useState<string | null>(null);
  const [description, setDescription] = useState("");
  const [checked, setChecked] = useState(false);
  const key = ownKey ?? suggestKey(name);
  const create = useMutation({
    mutationFn: (body: NewProjectBody) => request<Project>("/api/v1/projects", { method: "POST", body }),
    onSuccess: async (project) => {
      await client.invalidateQueries({ queryKey: ["projects"] });
      onCreated(project);
    },
  });
  const taken = create.error instanceof ApiError && create.error.problem.code === "project-key-taken";
  const nameProblem = checked && name.trim() === "" ? "A name is needed." : fieldError(create.error, "name");
  const keyProblem =
    (checked ? keyError(key) : undefined) ??
    (taken && create.variables?.key === key ? `The key ${key} is taken. Choose another one.` : undefined) ??
    fieldError(create.error, "key");

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() === "" || keyError(key)) return;
    create.mutate({ name: name.trim(), key, description });
  };

  return (
    <Dialog title="New project" onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        {create.isError && !taken && !fieldError(create.error, "name") && !fieldError(create.error, "key") ? (
          <Notice>{reasonOf(create.error)}</Notice>
        ) : null}
        <Field label="Name" error={nameProblem}>
          {(wiring) => (
            <TextInput
              {...wiring}
              data-autofocus
              maxLength={100}
              placeholder="Website relaunch"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field
          label="Key"
          error={keyProblem}
          hint={`Tasks will be called ${key || "KEY"}-1, ${key || "KEY"}-2, …`}
        >
          {(wiring) => (
            <TextInput
              {...wiring}
              className="input-key"
              maxLength={10}
              spellCheck={false}
              value={key}
              onChange={(event) => setOwnKey(event.target.value.toUpperCase())}
            />
          )}
        </Field>
        <Field label="Description (optional)">
          {(wiring) => (
            <TextArea
              {...wiring}
              value={description}
              onChange={(event) => setDescription(event.target.value)}
            />
          )}
        </Field>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={create.isPending}>
            Create project
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

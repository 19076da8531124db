import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { CreatedUser, NewUser as NewUserBody, Role } from "~/shared/api/generated/auth";
import { request } from "~/shared/api/http";
import { notePerson } from "~/shared/api/people";
import { ApiError, fieldError, reasonOf } from "~/shared/api/problem";
import { globalRoles } from "~/shared/domain/names";
import { Button } from "~/shared/ui/Button";
import { Dialog, DialogActions } from "~/shared/ui/Dialog";
import { Field, Select, TextInput } from "~/shared/ui/Field";
import { Notice } from "~/shared/ui/Notice";

type NewUserProps = { onClose: () => void; onCreated: (created: CreatedUser) => void };

/** The dialog that adds someone who may sign in. */
export function NewUser({ onClose, onCreated }: NewUserProps) {
  const client = useQueryClient();
  const [body, setBody] = useState<NewUserBody>({ name: "", email: "", role: "member" });
  const [checked, setChecked] = useState(false);
  const create = useMutation({
    mutationFn: (user: NewUserBody) => request<CreatedUser>("/api/v1/users", { method: "POST", body: user }),
    onSuccess: async (created) => {
      notePerson(client, created.user);
      await client.invalidateQueries({ queryKey: ["users"] });
      onCreated(created);
    },
  });
  const taken = create.error instanceof ApiError && create.error.problem.code === "email-taken";
  const nameError =
    checked && body.name.trim() === "" ? "A name is needed." : fieldError(create.error, "name");
  const emailError =
    checked && !isEmail(body.email)
      ? "This is not an e-mail address."
      : taken && create.variables?.email === body.email
        ? "Someone with this address exists already."
        : fieldError(create.error, "email");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (body.name.trim() !== "" && isEmail(body.email)) create.mutate(body);
  };
  return (
    <Dialog title="New user" onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        {create.isError && !nameError && !emailError && !taken ? (
          <Notice>{reasonOf(create.error)}</Notice>
        ) : null}
        <Field label="Name" error={nameError}>
          {(wiring) => (
            <TextInput
              {...wiring}
              data-autofocus
              maxLength={100}
              value={body.name}
              onChange={(event) => setBody({ ...body, name: event.target.value })}
            />
          )}
        </Field>
        <Field label="E-mail" error={emailError}>
          {(wiring) => (
            <TextInput
              {...wiring}
              type="email"
              maxLength={254}
              value={body.email}
              onChange={(event) => setBody({ ...body, email: event.target.value.trim() })}
            />
          )}
        </Field>
        <Field label="Role" hint={`${roleOf(body.role)?.name} ${roleOf(body.role)?.may}.`}>
          {(wiring) => (
            <Select
              {...wiring}
              value={body.role}
              onChange={(event) => setBody({ ...body, role: roleOf(event.target.value)?.role ?? "member" })}
            >
              {globalRoles.map(({ role, name }) => (
                <option key={role} value={role}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={create.isPending}>
            Create user
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function roleOf(value: Role | string) {
  return globalRoles.find((item) => item.role === value);
}

function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text);
}

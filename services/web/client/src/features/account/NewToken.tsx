import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { CreatedApiToken, NewApiToken } from "~/shared/api/generated/auth";
import { request } from "~/shared/api/http";
import { fieldError, reasonOf } from "~/shared/api/problem";
import { formatDay } from "~/shared/lib/format";
import { Button } from "~/shared/ui/Button";
import { Dialog, DialogActions } from "~/shared/ui/Dialog";
import { Field, Select, TextInput } from "~/shared/ui/Field";
import { Notice } from "~/shared/ui/Notice";
import { accountPath, tokensQuery } from "./queries";
import { scopeChoices } from "./scopes";

type NewTokenProps = { onClose: () => void; onCreated: (token: CreatedApiToken) => void };

const lifetimes = [7, 30, 90, 180, 365];
const day = 86_400_000;

/** The dialog that makes an API token. */
export function NewToken({ onClose, onCreated }: NewTokenProps) {
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [scope, setScope] = useState<string>("read");
  const [days, setDays] = useState(90);
  const [checked, setChecked] = useState(false);
  const create = useMutation({
    mutationFn: (body: NewApiToken) =>
      request<CreatedApiToken>(`${accountPath}/tokens`, { method: "POST", body }),
    onSuccess: async (token) => {
      await client.invalidateQueries({ queryKey: tokensQuery.queryKey });
      onCreated(token);
    },
  });
  const chosen = scopeChoices.find(({ id }) => id === scope) ?? scopeChoices[0];
  const expiresAt = new Date(Date.now() + days * day).toISOString();
  const nameError = checked && name.trim() === "" ? "A name is needed." : fieldError(create.error, "name");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() !== "" && !create.isPending)
      create.mutate({ name: name.trim(), scopes: [...chosen.scopes], expiresAt });
  };
  return (
    <Dialog title="New API token" onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        {create.isError && !fieldError(create.error, "name") ? (
          <Notice>{reasonOf(create.error)}</Notice>
        ) : null}
        <Field label="Name" error={nameError} hint="What will use it: “nightly export”.">
          {(wiring) => (
            <TextInput
              {...wiring}
              data-autofocus
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label="It may" hint={chosen.may}>
          {(wiring) => (
            <Select {...wiring} value={scope} onChange={(event) => setScope(event.target.value)}>
              {scopeChoices.map(({ id, name: title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="It expires" hint={`On ${formatDay(expiresAt)}.`}>
          {(wiring) => (
            <Select {...wiring} value={days} onChange={(event) => setDays(Number(event.target.value))}>
              {lifetimes.map((lifetime) => (
                <option key={lifetime} value={lifetime}>
                  in {lifetime} days
                </option>
              ))}
            </Select>
          )}
        </Field>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={create.isPending}>
            Make token
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { PasswordChange } from "~/shared/api/generated/auth";
import { request } from "~/shared/api/http";
import { ApiError, fieldError, reasonOf } from "~/shared/api/problem";
import { Button } from "~/shared/ui/Button";
import { Field, TextInput } from "~/shared/ui/Field";
import { Notice } from "~/shared/ui/Notice";
import { Section } from "~/shared/ui/Section";
import { toast } from "~/shared/ui/toasts";
import { accountPath, sessionsQuery } from "./queries";

const empty = { current: "", new: "", again: "" };

/** Changes the password; other browsers are signed out by it. */
export function Password() {
  const client = useQueryClient();
  const [typed, setTyped] = useState(empty);
  const [checked, setChecked] = useState(false);
  const change = useMutation({
    mutationFn: (body: PasswordChange) => request<null>(`${accountPath}/password`, { method: "POST", body }),
    onSuccess: () => {
      setTyped(empty);
      setChecked(false);
      toast("Your password is changed", { tone: "good", detail: "All your other browsers are signed out." });
      void client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
  });
  const isWrong = change.error instanceof ApiError && change.error.problem.code === "wrong-password";
  const errors = {
    current:
      checked && typed.current === ""
        ? "Your current password is needed."
        : isWrong && change.variables?.current === typed.current
          ? "This is not your current password."
          : undefined,
    new:
      checked && typed.new === ""
        ? "A new password is needed."
        : change.variables?.new === typed.new
          ? fieldError(change.error, "new")
          : undefined,
    again: checked && typed.again !== typed.new ? "This is not the same as above." : undefined,
  };
  const isExplained = isWrong || fieldError(change.error, "new") !== undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const { current, new: wanted, again } = typed;
    if (current !== "" && wanted !== "" && again === wanted && !change.isPending)
      change.mutate({ current, new: wanted });
  };
  const field = (name: keyof typeof empty, label: string, autoComplete: string, hint?: string) => (
    <Field label={label} error={errors[name]} hint={hint}>
      {(wiring) => (
        <TextInput
          {...wiring}
          type="password"
          autoComplete={autoComplete}
          value={typed[name]}
          onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Section title="Password" note="A new one signs all your other browsers out. API tokens stay.">
      <form className="form" aria-label="Change the password" onSubmit={submit} noValidate>
        {change.isError && !isExplained ? <Notice>{reasonOf(change.error)}</Notice> : null}
        {field("current", "Current password", "current-password")}
        {field("new", "New password", "new-password", "At least 10 characters; a few words make a good one.")}
        {field("again", "New password again", "new-password")}
        <div className="form-actions">
          <Button type="submit" busy={change.isPending}>
            Change password
          </Button>
        </div>
      </form>
    </Section>
  );
}

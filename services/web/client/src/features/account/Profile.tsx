import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { User } from "~/shared/api/generated/auth";
import { requestVersioned } from "~/shared/api/http";
import { notePerson } from "~/shared/api/people";
import { fieldError, hasStatus, reasonOf } from "~/shared/api/problem";
import { globalRoles } from "~/shared/domain/names";
import { Button } from "~/shared/ui/Button";
import { Field, TextInput } from "~/shared/ui/Field";
import { Notice } from "~/shared/ui/Notice";
import { Section } from "~/shared/ui/Section";
import { Failure, Skeleton } from "~/shared/ui/States";
import { toast } from "~/shared/ui/toasts";
import { accountPath, meQuery } from "./queries";

/** One's own name; address and role are an administrator's matter. */
export function Profile() {
  const client = useQueryClient();
  const me = useQuery(meQuery);
  const [draft, setDraft] = useState<string | null>(null);
  const user = me.data?.data;
  const save = useMutation({
    mutationFn: (name: string) =>
      requestVersioned<User>(accountPath, {
        method: "PATCH",
        body: { name },
        headers: me.data?.etag ? { "If-Match": me.data.etag } : {},
      }),
    onSuccess: (version) => {
      client.setQueryData(meQuery.queryKey, version);
      notePerson(client, version.data);
      setDraft(null);
      toast("Your name is saved", { tone: "good" });
      for (const queryKey of [["users"], ["session"]]) void client.invalidateQueries({ queryKey });
    },
    onError: (error) => {
      if (hasStatus(error, 412)) void me.refetch();
    },
  });
  if (!user) {
    return me.isError ? (
      <Failure
        title="Your account could not be loaded"
        reason={reasonOf(me.error)}
        onRetry={() => void me.refetch()}
      />
    ) : (
      <Skeleton label="Loading your account" lines={3} />
    );
  }
  const name = draft ?? user.name;
  const isChanged = name.trim() !== user.name && name.trim() !== "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged) save.mutate(name.trim());
  };
  const role = globalRoles.find((item) => item.role === user.role);
  return (
    <Section title="Profile" note={`${user.email ?? ""} · ${role?.name ?? user.role}`}>
      <form className="form" onSubmit={submit} noValidate>
        {save.isError && !fieldError(save.error, "name") ? (
          <Notice tone={hasStatus(save.error, 412) ? "warn" : "bad"}>
            {hasStatus(save.error, 412)
              ? "Your account was changed elsewhere meanwhile. What you typed is still here; save it again."
              : reasonOf(save.error)}
          </Notice>
        ) : null}
        <Field label="Name" error={fieldError(save.error, "name")}>
          {(wiring) => (
            <TextInput
              {...wiring}
              autoComplete="name"
              maxLength={100}
              value={name}
              onChange={(event) => setDraft(event.target.value)}
            />
          )}
        </Field>
        <div className="form-actions">
          <Button type="submit" disabled={!isChanged} busy={save.isPending}>
            Save name
          </Button>
        </div>
      </form>
    </Section>
  );
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Session } from "~/shared/api/generated/auth";
import { request } from "~/shared/api/http";
import { reasonOf } from "~/shared/api/problem";
import { signOut } from "~/shared/api/session";
import { formatAgo, formatDate } from "~/shared/lib/format";
import { useNow } from "~/shared/lib/useNow";
import { Button } from "~/shared/ui/Button";
import { Confirm } from "~/shared/ui/Confirm";
import { Icon } from "~/shared/ui/Icon";
import { Section } from "~/shared/ui/Section";
import { Failure, Skeleton } from "~/shared/ui/States";
import { toast } from "~/shared/ui/toasts";
import { browserName } from "./browser";
import { accountPath, sessionsQuery } from "./queries";

/** Where the person is signed in, with the way out of each place and of all. */
export function Sessions() {
  const client = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const [leaving, setLeaving] = useState(false);
  const refused = (error: unknown) =>
    toast("Nothing was signed out", { tone: "bad", detail: reasonOf(error) });
  const end = useMutation({
    mutationFn: (id: string) => request<null>(`${accountPath}/sessions/${id}`, { method: "DELETE" }),
    onSuccess: () => toast("That browser is signed out", { tone: "good" }),
    onError: refused,
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  const endAll = useMutation({
    mutationFn: () => request<null>(`${accountPath}/sessions`, { method: "DELETE" }),
    onSuccess: signOut,
    onError: refused,
  });
  return (
    <Section
      title="Sessions"
      note="The browsers in which you are signed in."
      action={<Button onClick={() => setLeaving(true)}>Sign out everywhere</Button>}
    >
      {sessions.data === undefined ? (
        sessions.isError ? (
          <Failure
            title="The sessions could not be loaded"
            reason={reasonOf(sessions.error)}
            onRetry={() => void sessions.refetch()}
          />
        ) : (
          <Skeleton label="Loading sessions" />
        )
      ) : (
        <ul className="rows" aria-label="Sessions">
          {sessions.data.map((session) => (
            <SessionRow key={session.id} session={session} onEnd={() => end.mutate(session.id)} />
          ))}
        </ul>
      )}
      {leaving ? (
        <Confirm
          title="Sign out everywhere?"
          action="Sign out everywhere"
          onClose={() => setLeaving(false)}
          onConfirm={() => endAll.mutate()}
        >
          <p>All your browsers are signed out, this one too. API tokens stay.</p>
        </Confirm>
      ) : null}
    </Section>
  );
}

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const now = useNow(30_000);
  const { userAgent, current, createdAt, lastUsedAt } = session;
  const name = browserName(userAgent);
  return (
    <li className="row">
      <Icon name="monitor" />
      <span className="row-main">
        <span className="row-title" title={userAgent ?? undefined}>
          {name}
        </span>
        <span className="row-note">
          <time dateTime={lastUsedAt} title={formatDate(lastUsedAt)}>
            used {formatAgo(lastUsedAt, now)}
          </time>
          {" · signed in "}
          {formatDate(createdAt)}
        </span>
      </span>
      {current ? (
        <span className="tag tag-good">this browser</span>
      ) : (
        <Button look="ghost" aria-label={`Sign out ${name}`} onClick={onEnd}>
          Sign out
        </Button>
      )}
    </li>
  );
}

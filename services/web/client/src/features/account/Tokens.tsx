import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ApiToken, CreatedApiToken } from "~/shared/api/generated/auth";
import { request } from "~/shared/api/http";
import { reasonOf } from "~/shared/api/problem";
import { Button } from "~/shared/ui/Button";
import { Confirm } from "~/shared/ui/Confirm";
import { Section } from "~/shared/ui/Section";
import { Failure, Skeleton } from "~/shared/ui/States";
import { toast } from "~/shared/ui/toasts";
import { NewToken } from "./NewToken";
import { accountPath, tokensQuery } from "./queries";
import { TokenRow } from "./TokenRow";
import { TokenSecret } from "./TokenSecret";

/** Personal API tokens: made, shown once, revoked. */
export function Tokens() {
  const client = useQueryClient();
  const tokens = useQuery(tokensQuery);
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<CreatedApiToken | null>(null);
  const [revoking, setRevoking] = useState<ApiToken | null>(null);
  const revoke = useMutation({
    mutationFn: ({ id }: ApiToken) => request<null>(`${accountPath}/tokens/${id}`, { method: "DELETE" }),
    onSuccess: (_, { name }) =>
      toast(`${name} is revoked`, { tone: "good", detail: "Within a minute nothing accepts it any more." }),
    onError: (error, { name }) => toast(`${name} was not revoked`, { tone: "bad", detail: reasonOf(error) }),
    onSettled: () => client.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  });
  return (
    <Section
      title="API tokens"
      note="For programs that act in your name. They cannot change your account."
      action={
        <Button icon="add" onClick={() => setMaking(true)}>
          New token
        </Button>
      }
    >
      {tokens.data === undefined ? (
        tokens.isError ? (
          <Failure
            title="The tokens could not be loaded"
            reason={reasonOf(tokens.error)}
            onRetry={() => void tokens.refetch()}
          />
        ) : (
          <Skeleton label="Loading tokens" />
        )
      ) : tokens.data.length === 0 ? (
        <p className="rows-none">No tokens. A script sends one as its bearer token to /api/v1.</p>
      ) : (
        <ul className="rows" aria-label="API tokens">
          {tokens.data.map((token) => (
            <TokenRow key={token.id} token={token} onRevoke={() => setRevoking(token)} />
          ))}
        </ul>
      )}
      {making ? (
        <NewToken
          onClose={() => setMaking(false)}
          onCreated={(created) => {
            setMaking(false);
            setMade(created);
          }}
        />
      ) : null}
      {made ? <TokenSecret token={made} onClose={() => setMade(null)} /> : null}
      {revoking ? (
        <Confirm
          title={`Revoke ${revoking.name}?`}
          action="Revoke"
          onClose={() => setRevoking(null)}
          onConfirm={() => revoke.mutate(revoking)}
        >
          <p>Programs that use it stop working within a minute. This cannot be taken back.</p>
        </Confirm>
      ) : null}
    </Section>
  );
}

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import { SignIn } from "~/features/session/SignIn";
import { reasonOf } from "~/shared/api/problem";
import { sessionQuery } from "~/shared/api/session";
import { Logo } from "~/shared/ui/Logo";
import { Failure } from "~/shared/ui/States";

const tryAgainEvery = 2_000;

/**
 * Lets signed-in people in and shows everyone else the sign-in. Whoever was in stays in when the session ends, so
 * that nothing typed is lost; the banner offers to sign in again.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const session = useQuery({
    ...sessionQuery,
    refetchInterval: ({ state }) => (state.status === "error" ? tryAgainEvery : false),
    refetchOnWindowFocus: "always",
  });
  const wasIn = useRef(false);
  if (session.data) wasIn.current = true;
  if (wasIn.current) return children;
  if (session.data === null) return <SignIn />;
  if (session.isError) {
    return (
      <main className="gate">
        <Failure
          title="PMT does not answer"
          reason={`${reasonOf(session.error)} It is tried again every 2 seconds.`}
        />
      </main>
    );
  }
  return (
    <main className="gate gate-wait" aria-busy="true" aria-label="Loading PMT">
      <Logo size={36} />
    </main>
  );
}

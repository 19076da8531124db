import { queryOptions, useQuery } from "@tanstack/react-query";
import { noteSession } from "./connectivity";
import type { Session, SignedIn } from "./generated/gateway";
import { request } from "./http";
import { hasStatus, isUnreachable } from "./problem";

/** The signed-in person, with the keys of the feature flags that are on for them. */
export type Me = SignedIn & { flags: readonly string[] };

/** The session, or null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      // An edge of the last release names no flags.
      const { user, flags = [] } = await request<Session>("/session", { signal });
      noteSession(true);
      return { ...user, flags };
    } catch (error) {
      if (hasStatus(error, 401)) return null;
      throw error;
    }
  },
  staleTime: 60_000,
  retry: (count, error) => isUnreachable(error) && count < 1,
});

/** The signed-in person; only for screens that exist behind the sign-in. */
export function useMe(): Me | null {
  return useQuery(sessionQuery).data ?? null;
}

/** The address that signs in and comes back to where the person was. */
export function signInAddress(here: Pick<Location, "pathname" | "search">): string {
  return `/session/sign-in?return=${encodeURIComponent(here.pathname + here.search)}`;
}

/** Leaves by a form, as the edge wants it: the answer is a redirect through the identity provider. */
export function signOut(): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/session/sign-out";
  document.body.append(form);
  form.submit();
}

import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { User } from "./generated/auth";
import { everyPage } from "./pages";

/** Everyone who can sign in; names are joined to ids here, services keep only ids. */
export const usersQuery = queryOptions({
  queryKey: ["users"],
  queryFn: ({ signal }) => everyPage<User>("/api/v1/users", signal),
  staleTime: 5 * 60_000,
});

/** The people by id, for joining names to the ids that services answer. */
export function usePeople(): ReadonlyMap<string, User> {
  const { data } = useQuery(usersQuery);
  return useMemo(() => new Map((data ?? []).map((user) => [user.id, user])), [data]);
}

import { type QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Profile } from "./generated/api";
import { everyPage } from "./pages";

/** What is shown of everyone; names are joined to ids here, other answers hold only ids. */
export const peopleQuery = queryOptions({
  queryKey: ["people"],
  queryFn: ({ signal }) => everyPage<Profile>("/api/v1/profiles", signal),
  staleTime: 5 * 60_000,
});

/** The people by id, for joining names to the ids that services answer. */
export function usePeople(): ReadonlyMap<string, Profile> {
  const { data } = useQuery(peopleQuery);
  return useMemo(() => new Map((data ?? []).map((person) => [person.id, person])), [data]);
}

/** Shows what has just become of a person; not asked for, since it takes a moment to get from auth to api. */
export function notePerson(client: QueryClient, { id, name, active }: Profile): void {
  client.setQueryData(
    peopleQuery.queryKey,
    (people) => people && [...people.filter((person) => person.id !== id), { id, name, active }],
  );
}

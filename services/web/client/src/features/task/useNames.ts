import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { peopleQuery, usePeople } from "~/shared/api/people";
import { projectQuery } from "~/shared/api/projects";
import type { Names } from "./activitySentence";

/** The names behind the ids in a project's history: "…" until they are known, a plain word for what is not. */
export function useNames(projectKey: string): Names {
  const { isPending } = useQuery(peopleQuery);
  const people = usePeople();
  const project = useQuery(projectQuery(projectKey));
  const statuses = project.data?.statuses;
  return useMemo(
    () => ({
      person: (id) => people.get(id)?.name ?? (isPending ? "…" : "someone unknown"),
      status: (id) =>
        statuses?.find((status) => status.id === id)?.name ?? (project.isPending ? "…" : "an unknown status"),
    }),
    [people, isPending, statuses, project.isPending],
  );
}

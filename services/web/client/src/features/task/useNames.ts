import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useCustomFields } from "~/shared/api/customFields";
import { peopleQuery, usePeople } from "~/shared/api/people";
import { projectQuery } from "~/shared/api/projects";
import { completedSprintsQuery, openSprintsQuery } from "~/shared/api/sprints";
import type { Names } from "./activitySentence";

/** The names behind the ids in a project's history: "…" until they are known, a plain word for what is not. */
export function useNames(projectKey: string): Names {
  const { isPending } = useQuery(peopleQuery);
  const people = usePeople();
  const project = useQuery(projectQuery(projectKey));
  const statuses = project.data?.statuses;
  const open = useQuery(openSprintsQuery(projectKey)).data;
  const past = useInfiniteQuery(completedSprintsQuery(projectKey)).data;
  const fields = useCustomFields(projectKey);
  return useMemo(
    () => ({
      person: (id) => people.get(id)?.name ?? (isPending ? "…" : "someone unknown"),
      status: (id) =>
        statuses?.find((status) => status.id === id)?.name ?? (project.isPending ? "…" : "an unknown status"),
      sprint: (id) =>
        id === "backlog"
          ? "the backlog"
          : ([...(open ?? []), ...(past?.pages.flatMap(({ items }) => items) ?? [])].find(
              (sprint) => sprint.id === id,
            )?.name ?? "a sprint"),
      field: (id) => fields.find((field) => field.id === id),
    }),
    [people, isPending, statuses, project.isPending, open, past, fields],
  );
}

import { useInfiniteQuery, useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { TaskItem } from "~/shared/api/generated/api";
import { openSprintsQuery } from "~/shared/api/sprints";
import { usePulse } from "~/shared/domain/usePulse";
import { backlogId, backlogQuery, sprintTasksQuery, type TaskPages } from "./queries";
import type { Section } from "./sections";

/** The open sprints and the backlog with their tasks; read again when the project changes. */
export function useSections(project: string) {
  usePulse(project, ["tasks", "sprints"]);
  const sprints = useQuery(openSprintsQuery(project));
  const filled = useQueries({
    queries: (sprints.data ?? []).map(({ id }) => sprintTasksQuery(project, id)),
    combine: (results) => ({
      data: results.map(({ data }) => data),
      isPending: results.some(({ isPending }) => isPending),
      error: results.find(({ error, data }) => error && !data)?.error ?? null,
    }),
  });
  const backlog = useInfiniteQuery(backlogQuery(project));
  const sections = useMemo<Section[]>(
    () => [
      ...(sprints.data ?? []).map((sprint, index) => ({
        id: sprint.id,
        sprint,
        tasks: tasksOf(filled.data[index]),
        hasMore: false,
      })),
      { id: backlogId, sprint: null, tasks: tasksOf(backlog.data), hasMore: backlog.hasNextPage },
    ],
    [sprints.data, filled.data, backlog.data, backlog.hasNextPage],
  );
  const failed = sprints.error ?? filled.error ?? (backlog.data ? null : backlog.error);
  return {
    sections,
    sprints: sprints.data ?? [],
    backlog,
    isPending: sprints.isPending || filled.isPending || backlog.isPending,
    error: sprints.data && !filled.error && backlog.data ? null : failed,
    retry: () => void Promise.all([sprints.refetch(), backlog.refetch()]),
  };
}

function tasksOf(list: Pick<TaskPages, "pages"> | undefined): TaskItem[] {
  return list?.pages.flatMap((page) => page.items) ?? [];
}

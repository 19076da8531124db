import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { TaskItem } from "~/shared/api/generated/api";
import { queryFault } from "~/shared/api/problem";
import { tasksQuery } from "~/shared/domain/taskPages";
import { usePulse } from "~/shared/domain/usePulse";
import { type Asked, faultOf, type Range, undated, within } from "./range";

/** So many pages are read of what lies within the days on screen; a filter finds what is beyond. */
const mostPages = 5;
const mostTasks = mostPages * 100;

/** The tasks of some days, and those that wait for a day: read again when the project changes. */
export function useSchedule(project: string, asked: Asked, range: Range) {
  const found = useInfiniteQuery(tasksQuery(project, within(asked, range)));
  const waiting = useInfiniteQuery(tasksQuery(project, undated(asked)));
  usePulse(project, ["tasks", "relations-of", "sprints"]);
  const pages = found.data?.pages.length ?? 0;
  const { fetchNextPage } = found;
  const isMore = found.hasNextPage && pages < mostPages && !found.isFetching && !found.isError;
  useEffect(() => {
    if (isMore) void fetchNextPage();
  }, [isMore, fetchNextPage]);

  const tasks = useMemo(() => {
    const byKey = new Map<string, TaskItem>();
    for (const data of [waiting.data, found.data])
      for (const task of data?.pages.flatMap(({ items }) => items) ?? []) {
        const other = byKey.get(task.key);
        if (!other || other.version <= task.version) byKey.set(task.key, task);
      }
    return [...byKey.values()];
  }, [found.data, waiting.data]);

  return {
    tasks,
    fault: faultOf(queryFault(found.error), asked.filter.query),
    error: tasks.length === 0 && !queryFault(found.error) ? found.error : null,
    isPending: found.isPending || waiting.isPending,
    isStale: found.isPlaceholderData,
    /** More than this lies within the days on screen. */
    cutAt: found.hasNextPage && pages >= mostPages ? mostTasks : null,
    isMoreWaiting: waiting.hasNextPage,
    readAgain: () => void Promise.all([found.refetch(), waiting.refetch()]),
  };
}

export type Schedule = ReturnType<typeof useSchedule>;

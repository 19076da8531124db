import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { queryFault } from "~/shared/api/problem";
import { bodyOf } from "~/shared/domain/queryTokens";
import { type TaskFilter, toParameters } from "~/shared/domain/taskFilter";
import { tasksQuery } from "~/shared/domain/taskPages";
import { usePulse } from "~/shared/domain/usePulse";
import { listParameters } from "./queries";
import type { ListView } from "./view";

/** The tasks to show, as far as they are read, and how many there are; read again when the project changes. */
export function useTaskList(project: string, filter: TaskFilter, view: ListView) {
  const parameters = listParameters(filter, view);
  const list = useInfiniteQuery(tasksQuery(project, parameters));
  const pulse = usePulse(project, ["tasks"]);
  const tasks = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const isWhole = !view.archived && toParameters({ ...filter, query: bodyOf(filter.query) }) === "";
  const counted = isWhole && list.hasNextPage ? pulse?.count : undefined;
  return {
    list,
    tasks,
    fault: queryFault(list.error),
    total: Math.max(counted ?? 0, tasks.length),
    /** Whether there are more than the total says, because filtered tasks are not counted. */
    isOpenEnded: list.hasNextPage && !isWhole,
    isFiltered: !isWhole,
  };
}

export type TaskList = ReturnType<typeof useTaskList>;

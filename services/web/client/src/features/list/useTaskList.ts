import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { queryFault } from "~/shared/api/problem";
import type { TaskFilter } from "~/shared/domain/taskFilter";
import { changeKey } from "~/shared/domain/useChangeTask";
import { useLiveProject } from "~/shared/live/useLive";
import { listParameters, pulseQuery, tasksQuery } from "./queries";
import type { ListView } from "./view";

/** The tasks to show, as far as they are read, and how many there are; read again when the project changes. */
export function useTaskList(project: string, filter: TaskFilter, view: ListView) {
  const client = useQueryClient();
  const parameters = listParameters(filter, view);
  const list = useInfiniteQuery(tasksQuery(project, parameters));
  const pulse = useQuery(pulseQuery(client, project, useLiveProject(project))).data;
  const felt = useRef<string | null>(null);
  const tag = pulse?.etag ?? null;

  useEffect(() => {
    const isNews = felt.current !== null && tag !== felt.current;
    felt.current = tag;
    if (isNews && client.isMutating({ mutationKey: changeKey(project) }) === 0)
      void client.invalidateQueries({ queryKey: ["tasks", project] });
  }, [client, project, tag]);

  const tasks = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const isWhole = ["", "sort=-updated", "sort=due"].includes(parameters);
  const counted = isWhole && list.hasNextPage ? pulse?.count : undefined;
  return {
    list,
    tasks,
    fault: queryFault(list.error),
    total: Math.max(counted ?? 0, tasks.length),
    /** Whether there are more than the total says, because filtered tasks are not counted. */
    isOpenEnded: list.hasNextPage && !isWhole,
    isFiltered: parameters !== "" && !isWhole,
  };
}

export type TaskList = ReturnType<typeof useTaskList>;

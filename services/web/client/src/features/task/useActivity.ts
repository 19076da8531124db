import { infiniteQueryOptions, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ActivityPage } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { taskPath, taskQuery } from "~/shared/api/tasks";
import { useReadWithTask } from "./useReadWithTask";

const pageSize = 20;
/** The server writes the history a moment after the task; by then it has. */
const writtenWithin = 1_000;

/**
 * What happened to a task, latest first, as far back as it was asked for. Read again whenever the task was read or saved,
 * and once more a moment after the task got a new version.
 */
export function useActivity(key: string) {
  const query = useInfiniteQuery(activityQuery(key));
  const { refetch } = query;
  useReadWithTask(key, refetch);
  const version = useQuery(taskQuery(key)).data?.data.version;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new version calls for a second look
  useEffect(() => {
    const again = setTimeout(() => void refetch({ cancelRefetch: false }), writtenWithin);
    return () => clearTimeout(again);
  }, [refetch, version]);
  return query;
}

function activityQuery(key: string) {
  return infiniteQueryOptions({
    queryKey: ["activity", key],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === "" ? "" : `&cursor=${encodeURIComponent(pageParam)}`;
      return request<ActivityPage>(`${taskPath(key)}/activity?limit=${pageSize}${cursor}`, { signal });
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
}

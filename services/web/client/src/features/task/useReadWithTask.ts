import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { taskQuery } from "~/shared/api/tasks";

type Refetch = (options: { cancelRefetch: boolean }) => unknown;

/** Reads something of a task again whenever the task was read or saved. A reading under way is let be. */
export function useReadWithTask(key: string, refetch: Refetch, isWanted = true): void {
  const { dataUpdatedAt: taskReadAt } = useQuery(taskQuery(key));
  // biome-ignore lint/correctness/useExhaustiveDependencies: every reading of the task calls for one here
  useEffect(() => {
    if (isWanted) void refetch({ cancelRefetch: false });
  }, [refetch, taskReadAt, isWanted]);
}

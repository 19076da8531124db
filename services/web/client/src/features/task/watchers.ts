import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Watcher } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { everyPage } from "~/shared/api/pages";
import { hasStatus, reasonOf } from "~/shared/api/problem";
import { taskPath } from "~/shared/api/tasks";
import { toast } from "~/shared/ui/toasts";
import { useReadWithTask } from "./useReadWithTask";

const watchersKey = (key: string) => ["watchers", key];

/** Who watches a task; read again whenever the task is. An api from before this client has none. */
export function useWatchers(key: string) {
  const query = useQuery({
    queryKey: watchersKey(key),
    queryFn: ({ signal }) => everyPage<Watcher>(`${taskPath(key)}/watchers`, signal),
  });
  useReadWithTask(key, query.refetch);
  return { watchers: query.data, isMissing: hasStatus(query.error, 404) };
}

/** Has somebody watch a task, or no longer: on screen at once, put back when it is refused. */
export function useWatch(key: string) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `watch-${key}` },
    mutationFn: ({ userId, watches }: { userId: string; watches: boolean }) =>
      request<Watcher | null>(`${taskPath(key)}/watchers/${userId}`, { method: watches ? "PUT" : "DELETE" }),
    onMutate: ({ userId, watches }) =>
      client.setQueryData<Watcher[]>(watchersKey(key), (watchers) => {
        const others = (watchers ?? []).filter((watcher) => watcher.userId !== userId);
        return watches ? [...others, { userId, since: new Date().toISOString() }] : others;
      }),
    onError: (error) => toast("Who watches was not changed", { tone: "bad", detail: reasonOf(error) }),
    onSettled: () =>
      Promise.all(
        [watchersKey(key), ["task", key]].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}

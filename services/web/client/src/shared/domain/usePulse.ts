import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Board } from "~/shared/api/generated/api";
import { send } from "~/shared/api/http";
import { projectPath } from "~/shared/api/projects";
import { changeKey } from "~/shared/domain/useChangeTask";
import { useLiveProject } from "~/shared/live/useLive";

const pollEvery = 4_000;
const pollLiveEvery = 60_000;

/** What a project looks like from afar: the tag that changes with every write, and how many tasks are at work. */
type Pulse = { etag: string | null; count: number };

/** The project's pulse, felt every few seconds unless changes come by themselves; an unchanged project costs a 304. */
function pulseQuery(client: QueryClient, project: string, isLive: boolean) {
  const queryKey = ["pulse", project];
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }): Promise<Pulse> => {
      const before = client.getQueryData<Pulse>(queryKey);
      const headers: Record<string, string> = before?.etag ? { "If-None-Match": before.etag } : {};
      const response = await send(`${projectPath(project)}/board?limit=1`, { signal, headers });
      if (response.status === 304 && before) return before;
      const { columns }: Board = await response.json();
      const count = columns.reduce((sum, column) => sum + column.count, 0);
      return { etag: response.headers.get("ETag"), count };
    },
    refetchInterval: isLive ? pollLiveEvery : pollEvery,
    refetchOnWindowFocus: "always",
  });
}

/** Feels a project's pulse and, when it changed, has what is kept of it under these names read again. */
export function usePulse(project: string, kinds: readonly string[]): Pulse | undefined {
  const client = useQueryClient();
  const pulse = useQuery(pulseQuery(client, project, useLiveProject(project))).data;
  const felt = useRef<string | null>(null);
  const names = useRef(kinds);
  const tag = pulse?.etag ?? null;

  useEffect(() => {
    const isNews = felt.current !== null && tag !== felt.current;
    felt.current = tag;
    if (isNews && client.isMutating({ mutationKey: changeKey(project) }) === 0)
      for (const kind of names.current) void client.invalidateQueries({ queryKey: [kind, project] });
  }, [client, project, tag]);
  return pulse;
}

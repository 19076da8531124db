import {
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  queryOptions,
} from "@tanstack/react-query";
import type { Board, TaskItem } from "~/shared/api/generated/api";
import { request, send } from "~/shared/api/http";
import type { Page } from "~/shared/api/pages";
import { projectPath } from "~/shared/api/projects";
import { type TaskFilter, toParameters } from "~/shared/domain/taskFilter";
import type { ListView } from "./view";

const window = 100;
const pollEvery = 4_000;
const pollLiveEvery = 60_000;

/** What a project looks like from afar: the tag that changes with every write, and how many tasks are at work. */
type Pulse = { etag: string | null; count: number };

/** The project's pulse, felt every few seconds unless changes come by themselves; an unchanged project costs a 304. */
export function pulseQuery(client: QueryClient, project: string, isLive: boolean) {
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

/** The request's parameters for what the list shows. */
export function listParameters(filter: TaskFilter, { order, archived }: ListView): string {
  const parameters = new URLSearchParams(toParameters(filter));
  if (archived) parameters.set("archived", "true");
  if (order !== "rank") parameters.set("sort", order);
  return parameters.toString();
}

/** The tasks of a project, window by window; the ones before stay on screen while a filter changes. */
export function tasksQuery(project: string, parameters: string) {
  return infiniteQueryOptions({
    queryKey: ["tasks", project, parameters],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === "" ? "" : `&cursor=${encodeURIComponent(pageParam)}`;
      const path = `/tasks?${parameters ? `${parameters}&` : ""}limit=${window}${cursor}`;
      return request<Page<TaskItem>>(projectPath(project) + path, { signal });
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

import { type InfiniteData, infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { TaskItem } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import type { Page } from "~/shared/api/pages";
import { projectPath } from "~/shared/api/projects";

/** The section of the tasks that are in no open sprint. */
export const backlogId = "backlog";

export type TaskPages = InfiniteData<Page<TaskItem>, string>;

const window = 100;

// What is done in no sprint is over, and epics are planned by the tasks below them.
const waiting = "(sprint IS EMPTY OR sprint = completed) AND category != done AND type != epic";

/** The key under which the tasks of a section are kept. */
export const sectionKey = (project: string, section: string) => ["tasks", project, `section:${section}`];

function read(project: string, query: string, cursor: string, signal: AbortSignal) {
  const parameters = new URLSearchParams({ query, limit: String(window) });
  if (cursor) parameters.set("cursor", cursor);
  return request<Page<TaskItem>>(`${projectPath(project)}/tasks?${parameters}`, { signal });
}

/** All tasks of a sprint by rank. */
export function sprintTasksQuery(project: string, sprint: string) {
  return queryOptions({
    queryKey: sectionKey(project, sprint),
    queryFn: async ({ signal }): Promise<TaskPages> => {
      const data: TaskPages = { pages: [], pageParams: [] };
      let cursor: string | null = "";
      while (cursor !== null) {
        const page: Page<TaskItem> = await read(project, `sprint = ${sprint}`, cursor, signal);
        data.pages.push(page);
        data.pageParams.push(cursor);
        cursor = page.next;
      }
      return data;
    },
  });
}

/** The backlog by rank, window by window. */
export function backlogQuery(project: string) {
  return infiniteQueryOptions({
    queryKey: sectionKey(project, backlogId),
    queryFn: ({ pageParam, signal }) => read(project, waiting, pageParam, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
}

import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import type { TaskItem } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import type { Page } from "~/shared/api/pages";
import { projectPath } from "~/shared/api/projects";

const window = 100;

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

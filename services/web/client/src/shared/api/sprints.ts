import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Sprint } from "./generated/api";
import { request } from "./http";
import type { Page } from "./pages";
import { projectPath } from "./projects";

/** The path of a project's sprints in the API, or of one of them. */
export function sprintsPath(project: string, id = ""): string {
  return `${projectPath(project)}/sprints${id ? `/${encodeURIComponent(id)}` : ""}`;
}

/** The sprints of a project that take tasks: active ones first, then planned ones by their first day. */
export function openSprintsQuery(project: string) {
  return queryOptions({
    queryKey: ["sprints", project, "open"],
    queryFn: async ({ signal }) => {
      const path = `${sprintsPath(project)}?state=active&state=planned&limit=100`;
      return (await request<Page<Sprint>>(path, { signal })).items;
    },
  });
}

/** The sprints of a project that have days: active and planned ones, and the latest that are over. */
export function datedSprintsQuery(project: string) {
  return queryOptions({
    queryKey: ["sprints", project, "dated"],
    queryFn: async ({ signal }) => {
      const { items } = await request<Page<Sprint>>(`${sprintsPath(project)}?limit=100`, { signal });
      return items.flatMap(({ id, name, state, startsOn, endsOn }) =>
        startsOn && endsOn ? { id, name, state, from: startsOn, to: endsOn } : [],
      );
    },
  });
}

/** The sprints of a project that are over, the latest first. */
export function completedSprintsQuery(project: string) {
  return infiniteQueryOptions({
    queryKey: ["sprints", project, "completed"],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === "" ? "" : `&cursor=${encodeURIComponent(pageParam)}`;
      return request<Page<Sprint>>(`${sprintsPath(project)}?state=completed&limit=20${cursor}`, { signal });
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
}

import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Member, Project, ProjectRole } from "./generated/api";
import { request } from "./http";
import { everyPage } from "./pages";

/** The projects the signed-in person is a member of, by key. */
export const projectsQuery = queryOptions({
  queryKey: ["projects"],
  queryFn: ({ signal }) => everyPage<Project>("/api/v1/projects", signal),
});

/** One project with its statuses and the caller's role; not asked for while none is known. */
export function projectQuery(key: string) {
  return queryOptions({
    queryKey: ["project", key],
    enabled: key !== "",
    queryFn: ({ signal }) => request<Project>(projectPath(key), { signal }),
    staleTime: 60_000,
  });
}

/** The members of a project, longest-standing first; not asked for while no project is known. */
export function membersQuery(key: string) {
  return queryOptions({
    queryKey: ["members", key],
    enabled: key !== "",
    queryFn: ({ signal }) => everyPage<Member>(`${projectPath(key)}/members`, signal),
    staleTime: 60_000,
  });
}

/** The path of a project in the API. */
export function projectPath(key: string): string {
  return `/api/v1/projects/${encodeURIComponent(key)}`;
}

/** The caller's role in a project as far as it is known. */
export function useProjectRole(key: string): ProjectRole | undefined {
  return useQuery(projectQuery(key)).data?.role;
}

const ladder: readonly ProjectRole[] = ["viewer", "member", "maintainer", "owner"];

/** Whether a role includes another one. */
export function includesRole(role: ProjectRole | undefined, needed: ProjectRole): boolean {
  return role !== undefined && ladder.indexOf(role) >= ladder.indexOf(needed);
}

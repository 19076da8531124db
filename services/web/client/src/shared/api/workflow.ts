import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Workflow } from "./generated/api";
import { request } from "./http";
import { projectPath, projectQuery } from "./projects";

/** Whether tasks may go from one status to another. */
export type MayGo = (from: string, to: string) => boolean;

/** Where a project's tasks may go from each status; it is read again whenever the project is. */
export function workflowQuery(key: string) {
  return queryOptions({
    queryKey: [...projectQuery(key).queryKey, "workflow"],
    enabled: key !== "",
    queryFn: ({ signal }) => request<Workflow>(`${projectPath(key)}/workflow`, { signal }),
    staleTime: 60_000,
  });
}

/** Tells where a project's tasks may go. Until that is known, and with an older api, it is everywhere: the server decides. */
export function useMayGo(key: string): MayGo {
  const { data } = useQuery(workflowQuery(key));
  return useMemo(() => {
    const next = new Map(data?.transitions.map(({ from, to }) => [from, new Set(to)]));
    return (from, to) => from === to || (next.get(from)?.has(to) ?? true);
  }, [data]);
}

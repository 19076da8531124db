import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { noteWritten } from "~/shared/live/written";
import type { Task } from "./generated/api";
import { requestVersioned, type Versioned } from "./http";

/** The path of a task in the API. */
export function taskPath(key: string): string {
  return `/api/v1/tasks/${encodeURIComponent(key)}`;
}

/** One task with the version that updates must name. */
export function taskQuery(key: string) {
  return queryOptions({
    queryKey: ["task", key],
    queryFn: ({ signal }) => requestVersioned<Task>(taskPath(key), { signal }),
    staleTime: 5_000,
  });
}

/** The project's part of a task key: MESOS of MESOS-313. */
export function projectOf(taskKey: string): string {
  return taskKey.slice(0, Math.max(0, taskKey.lastIndexOf("-")));
}

/** Has everything that lists tasks of a project read again. */
export function readTasksAgain(client: QueryClient, project: string): void {
  for (const kind of ["board", "tasks", "pulse"])
    void client.invalidateQueries({ queryKey: [kind, project] });
}

/** Keeps a task as the server answered it. */
export function keepTask(client: QueryClient, version: Versioned<Task>): void {
  noteWritten(version.data);
  client.setQueryData(taskQuery(version.data.key).queryKey, version);
  readTasksAgain(client, version.data.projectKey);
}

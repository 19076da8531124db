import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Task, TaskItem, TaskType } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import type { Page } from "~/shared/api/pages";
import { hasStatus, reasonOf } from "~/shared/api/problem";
import { projectPath } from "~/shared/api/projects";
import { readTasksAgain, taskPath } from "~/shared/api/tasks";
import { parentTypes } from "~/shared/domain/family";
import { noteWritten } from "~/shared/live/written";
import { toast } from "~/shared/ui/toasts";
import { useReadWithTask } from "./useReadWithTask";

type Found = Pick<Task, "key" | "title" | "type">;

/** The tasks that may become a task's parent: those whose title contains a text, and the one with a key. */
export function parentsQuery({ type, projectKey }: Task, text: string) {
  const types = parentTypes[type];
  return queryOptions({
    queryKey: ["parents", projectKey, type, text],
    queryFn: async ({ signal }): Promise<Found[]> => {
      const wanted = new URLSearchParams(types.map((name) => ["type", name]));
      if (text) wanted.set("q", text);
      const path = `${projectPath(projectKey)}/tasks?${wanted}&limit=50`;
      const [named, { items }] = await Promise.all([
        byKey(projectKey, text, signal),
        request<Page<TaskItem>>(path, { signal }),
      ]);
      return [...named.filter((task) => types.includes(task.type)), ...items];
    },
    staleTime: 10_000,
  });
}

async function byKey(project: string, text: string, signal: AbortSignal): Promise<Found[]> {
  const number = /^(?:(.+)-)?(\d{1,9})$/.exec(text);
  if (!number || (number[1] && number[1].toUpperCase() !== project)) return [];
  return taskByKey(`${project}-${number[2]}`, signal);
}

/** The task with a key; none when it is missing or out of sight. */
export async function taskByKey(key: string, signal: AbortSignal): Promise<Found[]> {
  try {
    return [await request<Task>(taskPath(key), { signal })];
  } catch (error) {
    if (hasStatus(error, 404)) return [];
    throw error;
  }
}

const shown = 100;

/** The tasks below a task in the order of the board; read again whenever the task is. */
export function useChildren({ key, projectKey, children }: Task) {
  const isThere = children.total > 0;
  const query = useQuery({
    queryKey: ["children", projectKey, key],
    queryFn: ({ signal }) =>
      request<Page<TaskItem>>(
        `${projectPath(projectKey)}/tasks?parent=${encodeURIComponent(key)}&limit=${shown}`,
        { signal },
      ),
    enabled: isThere,
  });
  useReadWithTask(key, query.refetch, isThere);
  const items = isThere ? (query.data?.items ?? []) : [];
  const ids = useMemo(() => new Set(query.data?.items.map(({ id }) => id)), [query.data]);
  return { items, ids, isPending: isThere && query.isPending };
}

/** Puts a new task below another one. */
export function useAddChild({ key, projectKey }: Task) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { title: string; type: TaskType }) =>
      request<Task>(`${projectPath(projectKey)}/tasks`, {
        method: "POST",
        body: { ...body, parentKey: key },
      }),
    onSuccess: (task) => {
      noteWritten(task);
      readTasksAgain(client, projectKey);
      return client.invalidateQueries({ queryKey: ["task", key] });
    },
    onError: (error) => toast("The task was not added", { tone: "bad", detail: reasonOf(error) }),
  });
}

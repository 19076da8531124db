import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Relation, RelationKind, RelationPage, Task, TaskItem } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import type { Page } from "~/shared/api/pages";
import { hasStatus, reasonOf } from "~/shared/api/problem";
import { readTasksAgain, taskPath } from "~/shared/api/tasks";
import { toast } from "~/shared/ui/toasts";
import { taskByKey } from "./family";
import { useReadWithTask } from "./useReadWithTask";

/** The kinds of relations in the order in which they are shown. */
export const relationKinds: readonly RelationKind[] = [
  "blocked-by",
  "blocks",
  "relates-to",
  "duplicates",
  "duplicated-by",
];

/** What relations are called. */
export const relationNames: Record<RelationKind, string> = {
  "blocked-by": "Blocked by",
  blocks: "Blocks",
  "relates-to": "Relates to",
  duplicates: "Duplicates",
  "duplicated-by": "Duplicated by",
};

const relationsKey = (key: string) => ["relations", key];

/** How a task stands to others; read again whenever the task is. An api from before this client has none. */
export function useRelations(key: string) {
  const query = useQuery({
    queryKey: relationsKey(key),
    queryFn: ({ signal }) => request<RelationPage>(`${taskPath(key)}/relations`, { signal }),
  });
  useReadWithTask(key, query.refetch);
  return { ...query, isMissing: hasStatus(query.error, 404) };
}

/** The tasks that may be related to one: the one with a key, and those whose title contains a text, the latest first. */
export function relatableQuery({ projectKey }: Task, text: string) {
  return queryOptions({
    queryKey: ["relatable", projectKey, text],
    queryFn: async ({ signal }): Promise<Pick<Task, "key" | "title" | "type">[]> => {
      const quoted = `"${text.replace(/["\\]/g, "\\$&")}"`;
      const query = text === "" ? "" : `&query=${encodeURIComponent(`title ~ ${quoted}`)}`;
      const number = /^(?:([a-z][a-z0-9]*)-)?(\d{1,9})$/i.exec(text);
      const key = number ? `${number[1]?.toUpperCase() ?? projectKey}-${number[2]}` : null;
      const [named, { items }] = await Promise.all([
        key ? taskByKey(key, signal) : [],
        request<Page<TaskItem>>(`/api/v1/tasks?limit=20${query}`, { signal }),
      ]);
      return [...named, ...items.filter((item) => item.key !== key)];
    },
    staleTime: 10_000,
  });
}

/** Relates a task to others, and takes relations away; whatever shows either task is read again. */
export function useRelate({ key, projectKey }: Task) {
  const client = useQueryClient();
  const path = `${taskPath(key)}/relations`;
  const readAgain = ({ task }: Relation) => {
    for (const project of new Set([projectKey, task.projectKey])) readTasksAgain(client, project);
    const keys = [key, task.key].flatMap((one) => [relationsKey(one), ["task", one]]);
    return Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
  };
  const add = useMutation({
    mutationFn: (body: { kind: RelationKind; taskKey: string }) =>
      request<Relation>(path, { method: "POST", body }),
    onSuccess: readAgain,
    onError: (error) => toast("The relation was not added", { tone: "bad", detail: reasonOf(error) }),
  });
  const remove = useMutation({
    mutationFn: ({ id }: Relation) => request<null>(`${path}/${id}`, { method: "DELETE" }),
    onMutate: ({ id }) =>
      client.setQueryData<RelationPage>(
        relationsKey(key),
        (page) => page && { ...page, items: page.items.filter((item) => item.id !== id) },
      ),
    onSuccess: (_gone, { kind, task }) =>
      toast(`${task.key} is no longer related`, {
        undo: () => add.mutate({ kind, taskKey: task.key }),
      }),
    onSettled: (_gone, _error, relation) => readAgain(relation),
    onError: (error) => toast("The relation was not removed", { tone: "bad", detail: reasonOf(error) }),
  });
  return { add, remove };
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Task, TaskPatch } from "~/shared/api/generated/api";
import { reasonOf } from "~/shared/api/problem";
import { saveTask, TaskConflict } from "~/shared/api/saveTask";
import { keepTask } from "~/shared/api/tasks";
import { toast } from "~/shared/ui/toasts";
import { type ListedTask, listsOf, showTask } from "./listed";
import { changesOf } from "./patches";
import { offerUndo } from "./undo";

/** Under this key run the changes to listed tasks; lists are not re-read meanwhile. */
export const changeKey = (project: string) => ["change", project];

/**
 * Changes tasks where they are listed: at once on screen, then on the server, one after the other. A refusal puts the
 * old values back and tells why.
 */
export function useChangeTask(project: string): (task: ListedTask, patch: TaskPatch) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationKey: changeKey(project),
    scope: { id: `change-${project}` },
    mutationFn: ({ task, patch }: { task: ListedTask; patch: TaskPatch }) =>
      saveTask({ patch, base: task }, { data: task, etag: `"${task.version}"` }),
    onMutate: async ({ task, patch }) => {
      await Promise.all(listsOf(project).map((queryKey) => client.cancelQueries({ queryKey })));
      showTask(client, project, { key: task.key, ...changesOf(task, patch) });
    },
    onSuccess: (saved, { task }) => {
      showTask(client, project, saved.data);
      keepTask(client, saved);
      if (saved.data.version > task.version) offerUndo(client, saved.data);
    },
    onError: (error, { task, patch }) => {
      if (error instanceof TaskConflict) {
        showTask(client, project, error.latest.data);
        keepTask(client, error.latest);
      } else showTask(client, project, { key: task.key, ...valuesOf(task, patch) });
      const detail =
        error instanceof TaskConflict ? "Somebody else changed the same field meanwhile." : reasonOf(error);
      toast(`${task.key} was not changed`, { tone: "bad", detail });
    },
  });
  return useCallback((task, patch) => mutate({ task, patch }), [mutate]);
}

/** The values that a task had in the fields of a patch. */
function valuesOf(task: ListedTask, patch: TaskPatch): Partial<Task> {
  return Object.fromEntries(Object.entries(task).filter(([field]) => field in patch));
}

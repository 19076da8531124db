import { type QueryClient, type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { PlannedTasks, TaskItem } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { projectPath } from "~/shared/api/projects";
import { sprintsPath } from "~/shared/api/sprints";
import { mayMove, tellNotMoved } from "~/shared/domain/moves";
import { offerUndoOf } from "~/shared/domain/undo";
import { changeKey } from "~/shared/domain/useChangeTask";
import { noteWritten } from "~/shared/live/written";
import { backlogId, type TaskPages } from "./queries";
import { type Place, withMoved } from "./sections";

type Plan = { tasks: readonly TaskItem[]; place: Place };

/** Moves tasks to a place in a section: at once on screen, then on the server, all or none; a refusal puts them back. */
export function usePlan(project: string): (tasks: readonly TaskItem[], place: Place) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationKey: changeKey(project),
    scope: { id: `change-${project}` },
    mutationFn: ({ tasks, place: { section, ...neighbour } }: Plan) =>
      request<PlannedTasks>(
        section === backlogId
          ? `${projectPath(project)}/backlog/tasks`
          : `${sprintsPath(project, section)}/tasks`,
        { method: "POST", body: { keys: tasks.map(({ key }) => key), ...neighbour } },
      ),
    onMutate: async (plan) => {
      await client.cancelQueries({ queryKey: ["tasks", project] });
      const before = sectionsOf(client, project);
      for (const [queryKey, pages] of before) {
        const section = String(queryKey[2]).replace("section:", "");
        if (pages) client.setQueryData(queryKey, withMoved(pages, section, plan.tasks, plan.place));
      }
      return before;
    },
    onSuccess: ({ items }, { tasks }) => {
      items.forEach(noteWritten);
      const known = new Map(tasks.map(({ key, version }) => [key, version]));
      offerUndoOf(
        client,
        items.filter(({ key, version }) => version > (known.get(key) ?? 0)),
      );
    },
    onError: (error, { tasks }, before) => {
      for (const [queryKey, pages] of before ?? []) client.setQueryData(queryKey, pages);
      tellNotMoved(tasks, error);
    },
    onSettled: (_answer, _error, { tasks }) => {
      for (const { key } of tasks) void client.invalidateQueries({ queryKey: ["task", key] });
      if (client.isMutating({ mutationKey: changeKey(project) }) > 1) return;
      for (const kind of ["tasks", "sprints", "board"])
        void client.invalidateQueries({ queryKey: [kind, project] });
    },
  });
  return useCallback(
    (tasks, place) => {
      if (mayMove(tasks)) mutate({ tasks, place });
    },
    [mutate],
  );
}

function sectionsOf(client: QueryClient, project: string): [QueryKey, TaskPages | undefined][] {
  return client.getQueriesData<TaskPages>({
    queryKey: ["tasks", project],
    predicate: ({ queryKey }) => String(queryKey[2]).startsWith("section:"),
  });
}

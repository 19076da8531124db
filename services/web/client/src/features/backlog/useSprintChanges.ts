import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Sprint } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { readTasksAgain } from "~/shared/api/tasks";

type Write = { method: "POST" | "PATCH" | "DELETE"; path: string; body?: unknown; version?: number };

/** Sends writes of sprints, one after the other; then all that shows sprints is read again. */
export function useSprintChanges(project: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (writes: readonly Write[]) => {
      for (const { method, path, body, version } of writes) {
        const headers: Record<string, string> = version === undefined ? {} : { "If-Match": `"${version}"` };
        await request<Sprint | null>(path, { method, body, headers });
      }
    },
    onSuccess: onDone,
    onSettled: () => {
      readTasksAgain(client, project);
      void client.invalidateQueries({ queryKey: ["task"] });
      return client.invalidateQueries({ queryKey: ["sprints", project] });
    },
  });
}

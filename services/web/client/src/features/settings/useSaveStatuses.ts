import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { NewStatuses, Project } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { projectPath, projectQuery } from "~/shared/api/projects";
import { toast } from "~/shared/ui/toasts";
import { sayNotSaved } from "./sayNotSaved";

/** Saves a project's statuses as a whole, on the version that was edited. */
export function useSaveStatuses(key: string, version: number, onSaved: () => void) {
  const client = useQueryClient();
  const { queryKey } = projectQuery(key);
  return useMutation({
    mutationFn: (body: NewStatuses) =>
      request<Project>(`${projectPath(key)}/statuses`, {
        method: "PUT",
        body,
        headers: { "If-Match": `"${version}"` },
      }),
    onSuccess: (project) => {
      client.setQueryData(queryKey, project);
      for (const other of [queryKey, ["projects"], ["board", key], ["tasks", key]])
        void client.invalidateQueries({ queryKey: other });
      toast("The statuses are saved", { tone: "good" });
      onSaved();
    },
    onError: (error) =>
      sayNotSaved("The statuses were not saved", error, "Cancel, look at it, then edit again."),
  });
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { customFieldsQuery } from "~/shared/api/customFields";
import type { Project, Status, StatusPatch } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { projectPath, projectQuery } from "~/shared/api/projects";
import { workflowQuery } from "~/shared/api/workflow";
import { toast } from "~/shared/ui/toasts";
import { sayNotSaved } from "./sayNotSaved";

type Limit = { status: Status } & Required<StatusPatch>;

/** Limits columns of a project's board, one after the other, each on the version that the last one led to. */
export function useSaveLimit(key: string) {
  const client = useQueryClient();
  const { queryKey } = projectQuery(key);
  return useMutation({
    scope: { id: `limit-${key}` },
    mutationFn: ({ status, wipLimit }: Limit) =>
      request<Project>(`${projectPath(key)}/statuses/${encodeURIComponent(status.id)}`, {
        method: "PATCH",
        body: { wipLimit },
        headers: { "If-Match": `"${client.getQueryData(queryKey)?.version}"` },
      }),
    onSuccess: (project, { status, wipLimit }) => {
      client.setQueryData(queryKey, project);
      for (const other of [
        ["projects"],
        ["board", key],
        workflowQuery(key).queryKey,
        customFieldsQuery(key).queryKey,
      ])
        void client.invalidateQueries({ queryKey: other });
      toast(`${status.name} has ${wipLimit === null ? "no limit" : `a limit of ${wipLimit}`} now`, {
        tone: "good",
      });
    },
    onError: (error, { status }) => {
      void client.invalidateQueries({ queryKey });
      sayNotSaved(`The limit of ${status.name} was not saved`, error, "Look at it, then try again.");
    },
  });
}

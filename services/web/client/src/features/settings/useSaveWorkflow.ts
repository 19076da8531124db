import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { NewWorkflow, Workflow } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { projectPath, projectQuery } from "~/shared/api/projects";
import { workflowQuery } from "~/shared/api/workflow";
import { toast } from "~/shared/ui/toasts";
import { sayNotSaved } from "./sayNotSaved";

/** Saves where a project's tasks may go, on the version that was read last. */
export function useSaveWorkflow(key: string, onSaved: () => void) {
  const client = useQueryClient();
  const { queryKey } = workflowQuery(key);
  return useMutation({
    mutationFn: (body: NewWorkflow) =>
      request<Workflow>(`${projectPath(key)}/workflow`, {
        method: "PUT",
        body,
        headers: { "If-Match": `"${client.getQueryData(queryKey)?.version}"` },
      }),
    onSuccess: (workflow) => {
      client.setQueryData(queryKey, workflow);
      void client.invalidateQueries({ queryKey: projectQuery(key).queryKey });
      toast("The workflow is saved", { tone: "good", detail: "Tasks stay where they are." });
      onSaved();
    },
    onError: (error) => {
      void client.invalidateQueries({ queryKey: projectQuery(key).queryKey });
      sayNotSaved("The workflow was not saved", error, "Look at it, then save again.");
    },
  });
}

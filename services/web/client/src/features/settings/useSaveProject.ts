import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { customFieldsQuery } from "~/shared/api/customFields";
import type { Project, ProjectPatch } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { hasStatus } from "~/shared/api/problem";
import { projectPath, projectQuery } from "~/shared/api/projects";
import { workflowQuery } from "~/shared/api/workflow";
import { toast } from "~/shared/ui/toasts";

/** Saves a project's name and description; when somebody else was faster, gives their version to choose from. */
export function useSaveProject(key: string, onSaved: (project: Project) => void) {
  const client = useQueryClient();
  const [latest, setLatest] = useState<Project | null>(null);
  const { queryKey } = projectQuery(key);
  const save = useMutation({
    mutationFn: ({ patch, version }: { patch: ProjectPatch; version: number }) =>
      request<Project>(projectPath(key), {
        method: "PATCH",
        body: patch,
        headers: { "If-Match": `"${version}"` },
      }),
    onSuccess: (project) => {
      setLatest(null);
      client.setQueryData(queryKey, project);
      for (const other of [["projects"], workflowQuery(key).queryKey, customFieldsQuery(key).queryKey])
        void client.invalidateQueries({ queryKey: other });
      toast(`${project.name} is saved`, { tone: "good" });
      onSaved(project);
    },
    onError: async (error) => {
      if (hasStatus(error, 412)) setLatest(await request<Project>(projectPath(key)));
    },
  });
  return { save, latest, forget: () => setLatest(null) };
}

/** What a draft changes of a project. */
export function changed(base: Project, draft: { name: string; description: string }): ProjectPatch {
  const name = draft.name.trim();
  return {
    ...(name === base.name ? {} : { name }),
    ...(draft.description === base.description ? {} : { description: draft.description }),
  };
}

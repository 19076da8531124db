import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useCustomFields } from "~/shared/api/customFields";
import type { NewTask, Task } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { fieldError, isAbout, reasonOf } from "~/shared/api/problem";
import { includesRole, projectPath, projectsQuery } from "~/shared/api/projects";
import { readTasksAgain } from "~/shared/api/tasks";
import { emptyDraft, nameOf, readDraft } from "~/shared/domain/newTask";
import { withoutTokens } from "~/shared/domain/quickAdd";
import { useQuickAdd } from "~/shared/domain/useQuickAdd";
import { noteWritten } from "~/shared/live/written";
import type { CreateDefaults } from "~/shared/ui/ShellContext";

/** A new task while it is filled in: what was entered, what is wrong with it, and the way to create it. */
export function useNewTask(defaults: CreateDefaults, onCreated: (task: Task) => void) {
  const client = useQueryClient();
  const { data } = useQuery(projectsQuery);
  const projects = data?.filter((project) => includesRole(project.role, "member"));
  const [draft, setDraft] = useState({
    ...emptyDraft,
    project: defaults.project ?? "",
    statusId: defaults.statusId,
  });
  const [tries, setTries] = useState(0);
  const project = projects?.find((item) => item.key === draft.project) ?? projects?.[0];
  const fields = useCustomFields(project?.key ?? "").filter(({ archived }) => !archived);
  const create = useMutation({
    mutationFn: ({ key, body }: { key: string; body: NewTask }) =>
      request<Task>(`${projectPath(key)}/tasks`, { method: "POST", body }),
    onSuccess: (task) => {
      noteWritten(task);
      readTasksAgain(client, task.projectKey);
      onCreated(task);
    },
    onError: () => setTries((before) => before + 1),
  });
  const [isLiteral, setLiteral] = useState(false);
  const { quick, filled } = useQuickAdd(draft, project?.key ?? "", isLiteral);
  const { body, faults } = readDraft({ ...filled, title: quick.title }, fields);
  const told = ["title", "description", "points", "estimateMinutes", ...fields.map(nameOf)];
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  return {
    projects,
    project,
    fields,
    draft,
    filled,
    quick,
    keepWords: () => setLiteral(true),
    change,
    /** Sets fields, over what the title says of them. */
    choose: (part: Partial<typeof draft>) =>
      change({ ...part, title: withoutTokens(draft.title, quick, Object.keys(part)) }),
    /** What is wrong with a field; that there is no title only once it was tried without. */
    errorOf: (name: string) =>
      (name === "title" && tries === 0 ? undefined : faults.get(name)) ?? fieldError(create.error, name),
    /** Why it was refused, when no field tells. */
    refusal: create.isError && !isAbout(create.error, told) ? reasonOf(create.error) : null,
    /** Counts the attempts that came to nothing. */
    tries,
    isPending: create.isPending,
    submit: () => {
      if (!project || create.isPending) return;
      if (faults.size > 0) setTries(tries + 1);
      else create.mutate({ key: project.key, body });
    },
  };
}

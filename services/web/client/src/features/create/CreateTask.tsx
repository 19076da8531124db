import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { NewTask, Task } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { fieldError, reasonOf } from "~/shared/api/problem";
import { includesRole, projectPath, projectsQuery } from "~/shared/api/projects";
import { readTasksAgain } from "~/shared/api/tasks";
import { readPoints } from "~/shared/domain/points";
import { noteWritten } from "~/shared/live/written";
import { Button } from "~/shared/ui/Button";
import { Dialog, DialogActions } from "~/shared/ui/Dialog";
import { Field, TextArea } from "~/shared/ui/Field";
import { Notice } from "~/shared/ui/Notice";
import type { CreateDefaults } from "~/shared/ui/ShellContext";
import { Empty, Keys, Skeleton } from "~/shared/ui/States";
import { CreateFields } from "./CreateFields";
import { type NewTaskDraft, toNewTask } from "./draft";
import { withoutTokens } from "./quickAdd";
import { TitleField } from "./TitleField";
import { useQuickAdd } from "./useQuickAdd";
import "./create.css";

type CreateTaskProps = { defaults: CreateDefaults; onClose: () => void; onCreated: (task: Task) => void };

/** The dialog that creates a task; Ctrl+Enter submits from anywhere in it. */
export function CreateTask({ defaults, onClose, onCreated }: CreateTaskProps) {
  const client = useQueryClient();
  const { data } = useQuery(projectsQuery);
  const projects = data?.filter((project) => includesRole(project.role, "member"));
  const [draft, setDraft] = useState<NewTaskDraft>({
    project: defaults.project ?? "",
    statusId: defaults.statusId,
    title: "",
    description: "",
    type: "task",
    priority: "medium",
    assigneeId: null,
    points: "",
    dueDate: "",
    labels: [],
  });
  const [checked, setChecked] = useState(false);
  const project = projects?.find((item) => item.key === draft.project) ?? projects?.[0];
  const create = useMutation({
    mutationFn: ({ key, body }: { key: string; body: NewTask }) =>
      request<Task>(`${projectPath(key)}/tasks`, { method: "POST", body }),
    onSuccess: (task) => {
      noteWritten(task);
      readTasksAgain(client, task.projectKey);
      onCreated(task);
    },
  });
  const { quick, filled, keepWords } = useQuickAdd(draft, project?.key ?? "");
  const points = readPoints(filled.points);
  const titleError = checked && quick.title === "" ? "A title is needed." : fieldError(create.error, "title");
  const change = (part: Partial<NewTaskDraft>) => setDraft((before) => ({ ...before, ...part }));

  const choose = (part: Partial<NewTaskDraft>) =>
    change({ ...part, title: withoutTokens(draft.title, quick, Object.keys(part)) });

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setChecked(true);
    if (!project || quick.title === "" || "error" in points || create.isPending) return;
    create.mutate({ key: project.key, body: toNewTask({ ...filled, title: quick.title }, points.value) });
  };

  return (
    <Dialog title="New task" size="medium" onClose={onClose}>
      {projects === undefined ? (
        <Skeleton label="Loading projects" />
      ) : !project ? (
        <Empty icon="projects" title="No project to put it in">
          <p>Create a project first, or ask to become a member of one.</p>
        </Empty>
      ) : (
        <form
          className="dialog-form"
          onSubmit={submit}
          noValidate
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
          }}
        >
          {create.isError && !fieldError(create.error, "title") ? (
            <Notice>{reasonOf(create.error)}</Notice>
          ) : null}
          <TitleField
            value={draft.title}
            quick={quick}
            error={titleError}
            onChange={(title) => change({ title })}
            onKeepWords={keepWords}
          />
          <Field label="Description" hideLabel error={fieldError(create.error, "description")}>
            {(wiring) => (
              <TextArea
                {...wiring}
                className="create-description"
                placeholder="Description, in Markdown (optional)"
                value={draft.description}
                onChange={(event) => change({ description: event.target.value })}
              />
            )}
          </Field>
          <CreateFields draft={filled} project={project} projects={projects} onChange={choose} />
          {"error" in points ? <p className="field-error">{points.error}</p> : null}
          <DialogActions note={<Keys>Ctrl Enter</Keys>}>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" look="primary" busy={create.isPending}>
              Create task
            </Button>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}

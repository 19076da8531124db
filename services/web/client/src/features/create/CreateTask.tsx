import { type FormEvent, useEffect, useRef } from "react";
import type { Task } from "~/shared/api/generated/api";
import { MentionArea } from "~/shared/domain/MentionArea";
import { QuickTitle } from "~/shared/domain/QuickTitle";
import { Button } from "~/shared/ui/Button";
import { Dialog, DialogActions } from "~/shared/ui/Dialog";
import { Field } from "~/shared/ui/Field";
import { Notice } from "~/shared/ui/Notice";
import type { CreateDefaults } from "~/shared/ui/ShellContext";
import { Empty, Keys, Skeleton } from "~/shared/ui/States";
import { CreateFields } from "./CreateFields";
import { MoreFields } from "./MoreFields";
import { useNewTask } from "./useNewTask";
import "./create.css";

type CreateTaskProps = { defaults: CreateDefaults; onClose: () => void; onCreated: (task: Task) => void };

const wrong = '[aria-invalid="true"], dd:has(> .field-error) > button';

/** The dialog that creates a task; Ctrl+Enter submits from anywhere in it. */
export function CreateTask({ defaults, onClose, onCreated }: CreateTaskProps) {
  const task = useNewTask(defaults, onCreated);
  const { projects, project, draft, filled, tries, errorOf, refusal } = task;
  const points = errorOf("points");
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>(wrong)?.focus();
  }, [tries]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    task.submit();
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
          ref={form}
          className="dialog-form"
          onSubmit={submit}
          noValidate
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
          }}
        >
          {refusal ? <Notice>{refusal}</Notice> : null}
          <QuickTitle
            className="create-title"
            value={draft.title}
            quick={task.quick}
            error={errorOf("title")}
            onChange={(title) => task.change({ title })}
            onKeepWords={task.keepWords}
          />
          <Field label="Description" hideLabel error={errorOf("description")}>
            {(wiring) => (
              <MentionArea
                {...wiring}
                project={project.key}
                className="create-description"
                placeholder="Description, in Markdown (optional)"
                value={draft.description}
                onText={(description) => task.change({ description })}
              />
            )}
          </Field>
          <CreateFields draft={filled} project={project} projects={projects} onChange={task.choose} />
          {points ? <p className="field-error">{points}</p> : null}
          <MoreFields
            draft={filled}
            projectKey={project.key}
            fields={task.fields}
            errorOf={errorOf}
            onChange={task.change}
          />
          <DialogActions note={<Keys>Ctrl Enter</Keys>}>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" look="primary" busy={task.isPending}>
              Create task
            </Button>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}

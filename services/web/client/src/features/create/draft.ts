import type { NewTask, Priority, TaskType } from "~/shared/api/generated/api";

/** A task as it is being filled in. */
export type NewTaskDraft = {
  project: string;
  statusId: string | undefined;
  title: string;
  description: string;
  type: TaskType;
  priority: Priority;
  assigneeId: string | null;
  points: string;
  dueDate: string;
  labels: string[];
};

/** The request for a filled-in task. */
export function toNewTask(draft: NewTaskDraft, points: number | null): NewTask {
  const { title, description, statusId, type, priority, assigneeId, dueDate, labels } = draft;
  return {
    title: title.trim(),
    description,
    type,
    priority,
    assigneeId,
    points,
    labels,
    ...(dueDate ? { dueDate } : {}),
    ...(statusId ? { statusId } : {}),
  };
}

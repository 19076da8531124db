import type { Task } from "~/shared/api/generated/api";

/** The lane that a task is in. */
export function idIn(task: Task, by: string): string | null {
  if (by === "assignee") return task.assigneeId;
  return by === "priority" ? task.priority : (task.parent?.key ?? null);
}

/** Whether a task is in the lane that a query asks for; any other query lets it pass. */
export function isIn(task: Task, query: string): boolean {
  const lane = /^(assignee|priority|parent) (?:= (\S+)|IS EMPTY.*)$/u.exec(query);
  return !lane || (idIn(task, lane[1] ?? "") ?? undefined) === lane[2];
}

import type { TaskType } from "~/shared/api/generated/api";

/** The types that a task may have as its parent; none for an epic. */
export const parentTypes: Record<TaskType, readonly TaskType[]> = {
  epic: [],
  story: ["epic"],
  task: ["epic"],
  bug: ["epic"],
  subtask: ["task", "bug", "story"],
};

/** The type of a task that is put below one of another type; none below a subtask. */
export const childType: Record<TaskType, TaskType | null> = {
  epic: "task",
  story: "subtask",
  task: "subtask",
  bug: "subtask",
  subtask: null,
};

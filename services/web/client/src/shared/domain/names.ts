import type { Priority, ProjectRole, StatusCategory, TaskType } from "~/shared/api/generated/api";
import type { Role } from "~/shared/api/generated/auth";

/** The task types in the order people choose from. */
export const taskTypes: readonly TaskType[] = ["task", "bug", "story", "epic", "subtask"];

/** The priorities, most urgent first. */
export const priorities: readonly Priority[] = ["highest", "high", "medium", "low", "lowest"];

export const typeNames: Record<TaskType, string> = {
  task: "Task",
  bug: "Bug",
  story: "Story",
  epic: "Epic",
  subtask: "Subtask",
};

export const priorityNames: Record<Priority, string> = {
  highest: "Highest",
  high: "High",
  medium: "Medium",
  low: "Low",
  lowest: "Lowest",
};

/** What a status of a category means. */
export const categoryNames: Record<StatusCategory, string> = {
  todo: "not begun",
  doing: "under way",
  done: "finished",
};

/** The roles in a project, weakest first, with what each may do. */
export const projectRoles: readonly { role: ProjectRole; name: string; may: string }[] = [
  { role: "viewer", name: "Viewer", may: "reads everything" },
  { role: "member", name: "Member", may: "creates and changes tasks" },
  { role: "maintainer", name: "Maintainer", may: "also imports and manages members" },
  { role: "owner", name: "Owner", may: "also names other owners" },
];

/** The roles in the whole installation, strongest first. */
export const globalRoles: readonly { role: Role; name: string; may: string }[] = [
  { role: "admin", name: "Administrator", may: "adds users" },
  { role: "member", name: "Member", may: "creates projects" },
  { role: "guest", name: "Guest", may: "joins projects when invited" },
];

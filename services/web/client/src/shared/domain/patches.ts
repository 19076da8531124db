import type { Task, TaskPatch } from "~/shared/api/generated/api";
import { withValues } from "./customValues";
import type { ListedTask } from "./listed";

/** What a patch makes of a task's fields; those that it does not name are left out. */
export function changesOf(task: ListedTask, { customFields, ...patch }: TaskPatch): Partial<Task> {
  return customFields ? { ...patch, customFields: withValues(task.customFields, customFields) } : patch;
}

/** Both patches at once; where both change a field, as the second says. */
export function together(first: TaskPatch, second: TaskPatch): TaskPatch {
  const both = { ...first, ...second };
  if (!first.customFields || !second.customFields) return both;
  return { ...both, customFields: { ...first.customFields, ...second.customFields } };
}

/** A patch without the fields of another one. */
export function without({ customFields = {}, ...patch }: TaskPatch, gone: TaskPatch): TaskPatch {
  const rest = Object.fromEntries(Object.entries(patch).filter(([name]) => !(name in gone)));
  const custom = Object.entries(customFields).filter(([id]) => !(id in (gone.customFields ?? {})));
  return custom.length > 0 ? { ...rest, customFields: Object.fromEntries(custom) } : rest;
}

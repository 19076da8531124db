import type { CustomField, NewTask, Priority, TaskType } from "~/shared/api/generated/api";
import { readValue, type Typed } from "~/shared/domain/customValues";
import { minutesOf, readEstimate } from "~/shared/domain/duration";
import { readPoints } from "~/shared/domain/points";

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
  estimate: string;
  dueDate: string;
  labels: string[];
  /** What was typed or chosen in custom fields, by their ids; of other projects' fields too. */
  custom: Readonly<Record<string, string | string[]>>;
};

/** A task of which nothing is filled in yet. */
export const emptyDraft: NewTaskDraft = {
  project: "",
  statusId: undefined,
  title: "",
  description: "",
  type: "task",
  priority: "medium",
  assigneeId: null,
  points: "",
  estimate: "",
  dueDate: "",
  labels: [],
  custom: {},
};

/** The name of a custom field in requests and in what is wrong with them. */
export function nameOf(field: CustomField): string {
  return `customFields.${field.id}`;
}

/** The request for a filled-in task, and what is wrong with what was typed, by the names of its fields. */
export function readDraft(draft: NewTaskDraft, fields: readonly CustomField[]) {
  const { description, statusId, type, priority, assigneeId, dueDate, labels } = draft;
  const faults = new Map<string, string>();
  const taken = <V>(name: string, typed: Typed<V>): V | null => {
    if ("value" in typed) return typed.value;
    faults.set(name, typed.error);
    return null;
  };
  const points = taken("points", readPoints(draft.points));
  const estimateMinutes = minutesOf(taken("estimateMinutes", readEstimate(draft.estimate)));
  const customFields: NonNullable<NewTask["customFields"]> = {};
  for (const field of fields) {
    const entered = draft.custom[field.id] ?? "";
    const value =
      typeof entered === "string" ? taken(nameOf(field), readValue(field.type, entered)) : entered;
    if (entered.length > 0 && value !== null) customFields[field.id] = value;
  }
  const title = draft.title.trim();
  if (title === "") faults.set("title", "A title is needed.");
  const body: NewTask = {
    title,
    description,
    type,
    priority,
    assigneeId,
    points,
    labels,
    ...(estimateMinutes === null ? {} : { estimateMinutes }),
    ...(dueDate ? { dueDate } : {}),
    ...(statusId ? { statusId } : {}),
    ...(Object.keys(customFields).length > 0 ? { customFields } : {}),
  };
  return { body, faults };
}

import { createContext, use } from "react";
import type { Status, StatusCategory, TaskItem } from "~/shared/api/generated/api";

/** What the parts of a calendar or timeline need from it. */
export type ScheduleActions = {
  categories: ReadonlyMap<string, StatusCategory>;
  canChange: boolean;
  openKey: string | undefined;
  open: (key: string) => void;
};

const ScheduleContext = createContext<ScheduleActions | null>(null);

export const ScheduleProvider = ScheduleContext.Provider;

/** The calendar or timeline around this component. */
export function useScheduleActions(): ScheduleActions {
  const actions = use(ScheduleContext);
  if (!actions) throw new Error("useScheduleActions must be called inside a calendar or timeline");
  return actions;
}

/** The category of each status. */
export function categoriesOf(statuses: readonly Status[]): ReadonlyMap<string, StatusCategory> {
  return new Map(statuses.map(({ id, category }) => [id, category]));
}

/** Where a task stands, as the colours show it: its category, or that it is late. */
export function stateOf(
  task: TaskItem,
  categories: ScheduleActions["categories"],
  today: string,
): StatusCategory | "late" {
  const category = categories.get(task.statusId) ?? "todo";
  return category !== "done" && task.dueDate && task.dueDate < today ? "late" : category;
}

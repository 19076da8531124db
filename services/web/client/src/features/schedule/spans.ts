import type { TaskItem, TaskPatch } from "~/shared/api/generated/api";
import { daysBetween, formatPlainDay, plusDays } from "~/shared/lib/days";

/** From which day to which, both included. */
export type Span = { from: string; to: string };

/** A task that has a place in time: from its start, or only the day it is due. */
export type Dated = Span & { task: TaskItem };

/** The parts of a task's bar that can be moved. */
export type Part = "whole" | "start" | "end";

/** The tasks that are due on a day, in the order of time. */
export function datedOf(tasks: readonly TaskItem[]): Dated[] {
  return tasks
    .flatMap((task) => (task.dueDate ? { task, from: task.startDate ?? task.dueDate, to: task.dueDate } : []))
    .sort((a, b) => a.from.localeCompare(b.from) || b.to.localeCompare(a.to) || byKey(a, b));
}

function byKey(a: Dated, b: Dated): number {
  return a.task.number - b.task.number;
}

/** Whether a task is on one day only because it has no start. */
export function isPoint({ from, to, task }: Dated): boolean {
  return from === to && task.startDate === null;
}

/** A task with the dates that a patch gives it. */
export function withDates(task: TaskItem, { startDate, dueDate }: TaskPatch): TaskItem {
  return {
    ...task,
    ...(startDate === undefined ? {} : { startDate }),
    ...(dueDate === undefined ? {} : { dueDate }),
  };
}

/** Whether two spans have a day in common. */
export function overlaps(one: Span, other: Span): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** What changes when a part of a task is moved by some days; the start never passes the day it is due. */
export function movedBy(task: TaskItem, part: Part, days: number): TaskPatch | null {
  const { startDate: start, dueDate: due } = task;
  if (!due || days === 0) return null;
  const later = plusDays(due, days);
  if (part === "whole")
    return start ? { startDate: plusDays(start, days), dueDate: later } : { dueDate: later };
  if (part === "end") return { dueDate: start && later < start ? start : later };
  const from = plusDays(start ?? due, days);
  return { startDate: from > due ? due : from };
}

/** What changes when a task is put on a day: it is due then. */
export function dueOn(task: TaskItem, day: string): TaskPatch {
  const { startDate: start, dueDate: due } = task;
  if (start && due) return movedBy(task, "whole", daysBetween(due, day)) ?? {};
  return start && start > day ? { startDate: day, dueDate: day } : { dueDate: day };
}

/** A span as text. */
export function spanText({ from, to }: Span): string {
  return from === to ? `due ${formatPlainDay(to)}` : `${formatPlainDay(from)} to ${formatPlainDay(to)}`;
}

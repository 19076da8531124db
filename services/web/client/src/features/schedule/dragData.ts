import type { Part } from "./spans";

type Data = Record<string | symbol, unknown>;

const kind = Symbol("kind");

/** A task that hangs at the pointer: which part of it, and at which of its days it was taken. */
export type DraggedTask = { key: string; part: Part; day: string | null };

export function taskData({ key, part, day }: DraggedTask): Data {
  return { [kind]: "task", key, part, day };
}

/** The task in some drag data, or null when it is something else. */
export function readTask(data: Data): DraggedTask | null {
  const { key, part, day } = data;
  if (data[kind] !== "task" || typeof key !== "string") return null;
  return { key, part: part === "end" ? "end" : "whole", day: typeof day === "string" ? day : null };
}

export function dayData(day: string): Data {
  return { [kind]: "day", day };
}

/** The day in some drag data, or null when it is something else. */
export function readDayData(data: Data): string | null {
  return data[kind] === "day" && typeof data["day"] === "string" ? data["day"] : null;
}

/** The day of a week at a place on the screen; the element spans the week. */
export function dayAt(week: readonly string[], element: Element, clientX: number): string | null {
  const { left, width } = element.getBoundingClientRect();
  const column = Math.floor(((clientX - left) / width) * week.length);
  return week[Math.max(0, Math.min(week.length - 1, column))] ?? null;
}

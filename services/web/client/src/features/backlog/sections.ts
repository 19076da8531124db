import type { Sprint, Status, StatusCategory, TaskItem } from "~/shared/api/generated/api";
import { backlogId, type TaskPages } from "./queries";

/** An open sprint or the backlog with its tasks, as far as they are read. */
export type Section = { id: string; sprint: Sprint | null; tasks: readonly TaskItem[]; hasMore: boolean };

/** What the screen shows one below the other. */
export type Row =
  | { kind: "head"; section: Section }
  | { kind: "task"; section: Section; task: TaskItem; index: number }
  | { kind: "empty"; section: Section }
  | { kind: "past" };

/** Where tasks go: a section, and the neighbour that they stand beside there. */
export type Place = { section: string; afterKey?: string; beforeKey?: string };

/** Lays the sections out, of folded ones only the head; completed sprints stand before the backlog, which may be long. */
export function rowsOf(sections: readonly Section[], folded: ReadonlySet<string>): Row[] {
  return sections.flatMap((section): Row[] => {
    const past: Row[] = section.id === backlogId ? [{ kind: "past" }] : [];
    const head: Row[] = [...past, { kind: "head", section }];
    if (folded.has(section.id)) return head;
    if (section.tasks.length === 0) return [...head, { kind: "empty", section }];
    return [...head, ...section.tasks.map((task, index): Row => ({ kind: "task", section, task, index }))];
  });
}

/** The place before the task at an index, told by a neighbour that does not move itself. */
export function placeAt(section: Section, index: number, moved: ReadonlySet<string>): Place {
  const stays = ({ key }: TaskItem) => !moved.has(key);
  const before = section.tasks.slice(0, index).findLast(stays);
  if (before) return { section: section.id, afterKey: before.key };
  const after = section.tasks.slice(index).find(stays);
  return after ? { section: section.id, beforeKey: after.key } : { section: section.id };
}

/** Where tasks go that are sent to a section without a place: to the end of a sprint, to the top of the backlog. */
export function usualPlace(section: Section, moved: ReadonlySet<string>): Place {
  return placeAt(section, section.id === backlogId ? 0 : section.tasks.length, moved);
}

/** The place one step up or down from a task in its section; null at its ends. */
export function stepPlace(section: Section, key: string, step: -1 | 1): Place | null {
  const at = section.tasks.findIndex((task) => task.key === key);
  const target = at + step;
  if (at < 0 || target < 0 || target >= section.tasks.length) return null;
  return placeAt(section, step > 0 ? target + 1 : target, new Set([key]));
}

/** The pages of a section after tasks left it or came to their place in it. */
export function withMoved(
  pages: TaskPages,
  section: string,
  moved: readonly TaskItem[],
  place: Place,
): TaskPages {
  const keys = new Set(moved.map(({ key }) => key));
  const rest = pages.pages.map((page) => ({
    ...page,
    items: page.items.filter(({ key }) => !keys.has(key)),
  }));
  if (section !== place.section) return { ...pages, pages: rest };
  const anchor = place.afterKey ?? place.beforeKey;
  const found = rest.findIndex((page) => page.items.some(({ key }) => key === anchor));
  const target = found < 0 ? rest.length - 1 : found;
  const next = rest.map((page, index) => {
    if (index !== target) return page;
    const at = page.items.findIndex(({ key }) => key === anchor);
    const items = [...page.items];
    items.splice(at < 0 ? items.length : at + (place.afterKey ? 1 : 0), 0, ...moved);
    return { ...page, items };
  });
  return { ...pages, pages: next };
}

/** How many tasks and points are in each category of status. */
export type Load = Record<StatusCategory, { tasks: number; points: number }>;

export function loadOf(tasks: readonly TaskItem[], statuses: readonly Status[]): Load {
  const load: Load = {
    todo: { tasks: 0, points: 0 },
    doing: { tasks: 0, points: 0 },
    done: { tasks: 0, points: 0 },
  };
  for (const { statusId, points } of tasks) {
    const part = load[statuses.find(({ id }) => id === statusId)?.category ?? "todo"];
    part.tasks += 1;
    part.points = round(part.points + (points ?? 0));
  }
  return load;
}

/** All of a load. */
export function sumOf({ todo, doing, done }: Load): { tasks: number; points: number } {
  return {
    tasks: todo.tasks + doing.tasks + done.tasks,
    points: round(todo.points + doing.points + done.points),
  };
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}

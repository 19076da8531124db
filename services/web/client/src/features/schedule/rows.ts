import type { TaskItem } from "~/shared/api/generated/api";
import type { Dated } from "./spans";

/** An epic with its tasks, or those of none, or those without a date. */
export type Group = {
  id: string;
  name: string;
  epic: string | null;
  tasks: readonly Dated[];
  own: Dated | null;
};

/** A row of a timeline: the head of a group, or a task of one; `key` names it for the keyboard. */
export type Row =
  | { kind: "group"; key: string; group: Group; folded: boolean; count: number }
  | { kind: "task"; key: string; task: TaskItem; span: Dated | null };

const noEpic = "none";
export const undatedId = "undated";

/** The key of a group's row. */
export const groupKey = (id: string) => `group-${id}`;

/** The tasks by the epic they belong to, in the order in which the epics begin; those of none last. */
export function groupsOf(dated: readonly Dated[]): Group[] {
  const groups = new Map<string, { name: string; tasks: Dated[]; own: Dated | null }>();
  const groupOf = (id: string, name: string) => {
    const group = groups.get(id) ?? { name, tasks: [], own: null };
    groups.set(id, group);
    return group;
  };
  for (const span of dated) {
    const { type, key, title, parent } = span.task;
    if (type === "epic") groupOf(key, title).own = span;
    else if (parent?.type === "epic") groupOf(parent.key, parent.title).tasks.push(span);
    else groupOf(noEpic, "Without an epic").tasks.push(span);
  }
  return [...groups]
    .map(([id, group]) => ({ id, epic: id === noEpic ? null : id, ...group }))
    .sort((a, b) => Number(!a.epic) - Number(!b.epic) || startOf(a).localeCompare(startOf(b)));
}

function startOf({ own, tasks }: Group): string {
  return own?.from ?? tasks[0]?.from ?? "";
}

/** The rows of a timeline, with the tasks without a date in a group of their own at the end. */
export function rowsOf(
  groups: readonly Group[],
  undated: readonly TaskItem[],
  folded: ReadonlySet<string>,
): Row[] {
  const rows = groups.flatMap((group): Row[] => {
    const isFolded = folded.has(group.id);
    const { length } = group.tasks;
    const head: Row = { kind: "group", key: groupKey(group.id), group, folded: isFolded, count: length };
    const tasks = group.tasks.map(
      (span): Row => ({ kind: "task", key: span.task.key, task: span.task, span }),
    );
    return isFolded ? [head] : [head, ...tasks];
  });
  if (undated.length === 0) return rows;
  const isOpen = folded.has(undatedId);
  const group: Group = { id: undatedId, name: "Without a date", epic: null, tasks: [], own: null };
  const head: Row = {
    kind: "group",
    key: groupKey(undatedId),
    group,
    folded: !isOpen,
    count: undated.length,
  };
  const tasks = undated.map((task): Row => ({ kind: "task", key: task.key, task, span: null }));
  return isOpen ? [...rows, head, ...tasks] : [...rows, head];
}

import type { Task } from "~/shared/api/generated/api";

const within = /^due >= (\S+) AND \(due <= (\S+) OR start <= \S+\)$/u;

/** A query as calendars and timelines send it: what the person asked for, and which days are wanted. */
export function scheduled(query: string): { asked: string; isDated: (task: Task) => boolean } {
  const [, body, rest = query] = /^\((.*)\) AND (due .*)$/u.exec(query) ?? [];
  const range = within.exec(rest);
  if (range) {
    const [, from = "", to = ""] = range;
    const isDated = ({ startDate, dueDate }: Task) =>
      dueDate !== null && dueDate >= from && (startDate ?? dueDate) <= to;
    return { asked: body ?? "", isDated };
  }
  if (!rest.startsWith("due IS EMPTY")) return { asked: query, isDated: () => true };
  return { asked: body ?? "", isDated: ({ dueDate, statusId }) => dueDate === null && statusId !== "s-done" };
}

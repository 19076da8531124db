import { queryOptions } from "@tanstack/react-query";
import type { StatusCategory, TaskRelation } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import type { Page } from "~/shared/api/pages";
import { projectPath } from "~/shared/api/projects";
import { type Arrow, type BarPlace, type Dependency, headOf, pathOf } from "./arrows";
import type { Dated } from "./spans";

const tasksAtOnce = 100;
const mostPages = 10;

/** Which of some tasks block which; an api from before such a list has none, which is no failure. */
export function dependenciesQuery(project: string, keys: readonly string[]) {
  return queryOptions({
    queryKey: ["relations-of", project, keys.join()],
    queryFn: async ({ signal }): Promise<Dependency[]> => {
      const found = new Map<string, Dependency>();
      for (let at = 0; at < keys.length; at += tasksAtOnce)
        for (const { id, from, to } of await relationsOf(project, keys.slice(at, at + tasksAtOnce), signal))
          found.set(id, { blocker: from, blocked: to });
      return [...found.values()];
    },
    enabled: keys.length > 0,
    retry: false,
  });
}

async function relationsOf(
  project: string,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<TaskRelation[]> {
  const items: TaskRelation[] = [];
  let next: string | null = "";
  for (let page = 0; next !== null && page < mostPages; page++) {
    const parameters = new URLSearchParams(keys.map((key) => ["task", key]));
    parameters.set("kind", "blocks");
    parameters.set("limit", "100");
    if (next !== "") parameters.set("cursor", next);
    const path = `${projectPath(project)}/relations?${parameters}`;
    const read: Page<TaskRelation> = await request<Page<TaskRelation>>(path, { signal });
    items.push(...read.items);
    next = read.next;
  }
  return items;
}

/** Whether a task is to begin before what blocks it ends, and neither is done. */
export function isLate(
  { blocker, blocked }: { blocker: Dated; blocked: Dated },
  categories: ReadonlyMap<string, StatusCategory>,
): boolean {
  const isOpen = ({ task }: Dated) => categories.get(task.statusId) !== "done";
  return blocked.from < blocker.to && isOpen(blocker) && isOpen(blocked);
}

/** The dependencies whose both bars are there, as lines. */
export function arrowsOf(
  dependencies: readonly Dependency[],
  spans: ReadonlyMap<string, Dated>,
  places: ReadonlyMap<string, BarPlace>,
  categories: ReadonlyMap<string, StatusCategory>,
  rowHeight: number,
): Arrow[] {
  return dependencies.flatMap((dependency) => {
    const { blocker, blocked } = dependency;
    const [from, to] = [places.get(blocker), places.get(blocked)];
    const [first, second] = [spans.get(blocker), spans.get(blocked)];
    if (!from || !to || !first || !second) return [];
    const late = isLate({ blocker: first, blocked: second }, categories);
    return { ...dependency, path: pathOf(from, to, rowHeight), head: headOf(to), isLate: late };
  });
}

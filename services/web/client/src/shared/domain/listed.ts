import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { Task } from "~/shared/api/generated/api";
import type { Page } from "~/shared/api/pages";

/** What every list of tasks carries, be it a board's column, a table or a single task. */
export type ListedTask = Pick<
  Task,
  | "key"
  | "title"
  | "statusId"
  | "type"
  | "priority"
  | "assigneeId"
  | "points"
  | "dueDate"
  | "labels"
  | "parent"
  | "version"
> &
  Partial<Pick<Task, "sprint" | "customFields">> & {
    /** Absent where no list is read, or where an older api answers. */
    blocked?: boolean;
  };

type Pages = InfiniteData<Page<ListedTask>, string>;

/** The caches that hold tasks of a project page by page: tables and columns. */
export const listsOf = (project: string) => [
  ["tasks", project],
  ["column", project],
];

/** Draws a task anew wherever it is listed; places stay as they are until the lists are read again. */
export function showTask(
  client: QueryClient,
  project: string,
  change: Partial<Task> & { key: string },
): void {
  for (const queryKey of listsOf(project)) {
    client.setQueriesData<Pages>({ queryKey }, (pages) => pages && withChange(pages, change));
  }
}

/** The labels of all tasks of a project that were read so far, in alphabetical order. */
export function seenLabels(client: QueryClient, project: string): string[] {
  const seen = new Set<string>();
  for (const queryKey of listsOf(project)) {
    for (const [, pages] of client.getQueriesData<Pages>({ queryKey })) {
      for (const page of pages?.pages ?? [])
        for (const task of page.items) for (const label of task.labels) seen.add(label);
    }
  }
  return [...seen].sort((a, b) => a.localeCompare(b));
}

function withChange(list: Pages, change: Partial<Task> & { key: string }): Pages {
  const holds = (page: Page<ListedTask>) => page.items.some((task) => task.key === change.key);
  if (!list.pages.some(holds)) return list;
  const pages = list.pages.map((page) =>
    holds(page)
      ? {
          ...page,
          items: page.items.map((task) => (task.key === change.key ? { ...task, ...change } : task)),
        }
      : page,
  );
  return { ...list, pages };
}

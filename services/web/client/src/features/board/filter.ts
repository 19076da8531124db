import type { TaskType } from "~/shared/api/generated/api";
import { taskTypes } from "~/shared/domain/names";

/** What a board shows of a project; it lives in the address. */
export type BoardFilter = { text: string; assignee: string; types: readonly TaskType[] };

/** The filter's part of the address: `q`, `assignee` (a user id, `me` or `none`), `type` (comma separated). */
export type FilterSearch = {
  q?: string | undefined;
  assignee?: string | undefined;
  type?: string | undefined;
};

/** Reads the filter from the address; unknown types are left out. */
export function toFilter(search: FilterSearch): BoardFilter {
  const wanted = (search.type ?? "").split(",");
  return {
    text: search.q ?? "",
    assignee: search.assignee ?? "",
    types: taskTypes.filter((type) => wanted.includes(type)),
  };
}

/** Writes the filter into the address; what is not filtered is left out. */
export function toSearch(filter: BoardFilter): FilterSearch {
  return {
    q: filter.text || undefined,
    assignee: filter.assignee || undefined,
    type: filter.types.join(",") || undefined,
  };
}

/** The filter as query parameters of the task list; empty when nothing is filtered. */
export function toParameters(filter: BoardFilter): string {
  const parameters = new URLSearchParams();
  if (filter.text.trim()) parameters.set("q", filter.text.trim());
  if (filter.assignee) parameters.set("assignee", filter.assignee);
  for (const type of filter.types) parameters.append("type", type);
  return parameters.toString();
}

import type { TaskType } from "~/shared/api/generated/api";
import { taskTypes } from "./names";

/** Which tasks of a project are shown; it lives in the address. */
export type TaskFilter = {
  text: string;
  assignee: string;
  types: readonly TaskType[];
  statuses: readonly string[];
  labels: readonly string[];
  /** A sprint's id, or `active` for any that is; of the board only. */
  sprint: string;
  /** In the query language; must hold beside the others. */
  query: string;
};

/** The filter's part of the address: `assignee` is a user id, `me` or `none`; the last three are comma separated. */
export type FilterSearch = {
  q?: string | undefined;
  assignee?: string | undefined;
  type?: string | undefined;
  status?: string | undefined;
  label?: string | undefined;
  sprint?: string | undefined;
  query?: string | undefined;
};

/** The filter that lets everything pass. */
export const everything: TaskFilter = {
  text: "",
  assignee: "",
  types: [],
  statuses: [],
  labels: [],
  sprint: "",
  query: "",
};

/** Reads the filter from the address; unknown types are left out. */
export function toFilter(search: FilterSearch): TaskFilter {
  const wanted = listOf(search.type);
  return {
    text: search.q ?? "",
    assignee: search.assignee ?? "",
    types: taskTypes.filter((type) => wanted.includes(type)),
    statuses: listOf(search.status),
    labels: listOf(search.label),
    sprint: search.sprint ?? "",
    query: search.query ?? "",
  };
}

/** Writes the filter into the address; what is not filtered is left out. */
export function toSearch(filter: TaskFilter): FilterSearch {
  return {
    q: filter.text || undefined,
    assignee: filter.assignee || undefined,
    type: filter.types.join(",") || undefined,
    status: filter.statuses.join(",") || undefined,
    label: filter.labels.join(",") || undefined,
    sprint: filter.sprint || undefined,
    query: filter.query || undefined,
  };
}

/** The filter as query parameters of the task list; empty when nothing is filtered. */
export function toParameters(filter: TaskFilter): string {
  const parameters = new URLSearchParams();
  if (filter.text.trim()) parameters.set("q", filter.text.trim());
  if (filter.assignee) parameters.set("assignee", filter.assignee);
  for (const type of filter.types) parameters.append("type", type);
  for (const status of filter.statuses) parameters.append("status", status);
  for (const label of filter.labels) parameters.append("label", label);
  if (filter.sprint) parameters.set("sprint", filter.sprint);
  if (filter.query) parameters.set("query", filter.query);
  return parameters.toString();
}

/** The list with a value added, or without it when it was there. */
export function toggled<V>(values: readonly V[], value: V): V[] {
  return values.includes(value) ? values.filter((item) => item !== value) : [...values, value];
}

/** The values of a comma-separated parameter. */
export function listOf(text: string | undefined): string[] {
  return (text ?? "").split(",").filter((value) => value !== "");
}

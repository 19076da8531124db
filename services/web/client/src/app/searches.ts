import type { SavedSearch } from "~/features/list/viewContent";
import type { Place } from "~/features/schedule/place";
import type { FilterSearch } from "~/shared/domain/taskFilter";
import { textOf } from "./address";

type BoardSearch = Omit<FilterSearch, "query"> & { lanes?: string | undefined; task?: string | undefined };

type ListSearch = SavedSearch & { task?: string | undefined };

/** What the list's address holds, and the part of time that is shown. */
export type ScheduleSearch = ListSearch & Place;

/** Reads the address of a list. */
export const listSearch = (search: Record<string, unknown>): ListSearch => ({
  q: textOf(search["q"]),
  assignee: textOf(search["assignee"]),
  type: textOf(search["type"]),
  status: textOf(search["status"]),
  label: textOf(search["label"]),
  query: textOf(search["query"]),
  archived: textOf(search["archived"]),
  sort: textOf(search["sort"]),
  columns: textOf(search["columns"]),
  view: textOf(search["view"]),
  task: textOf(search["task"]),
});

/** Reads the address of a calendar or timeline. */
export const scheduleSearch = (search: Record<string, unknown>): ScheduleSearch => ({
  ...listSearch(search),
  on: textOf(search["on"]),
  scale: textOf(search["scale"]),
  side: textOf(search["side"]),
});

/** Reads the address of a board. */
export const boardSearch = (search: Record<string, unknown>): BoardSearch => ({
  q: textOf(search["q"]),
  assignee: textOf(search["assignee"]),
  type: textOf(search["type"]),
  label: textOf(search["label"]),
  sprint: textOf(search["sprint"]),
  lanes: textOf(search["lanes"]),
  task: textOf(search["task"]),
});

import { queryOptions } from "@tanstack/react-query";
import type { Status, View } from "~/shared/api/generated/api";
import { everyPage } from "~/shared/api/pages";
import { projectPath } from "~/shared/api/projects";
import { asQuery, withQueried } from "~/shared/domain/queryText";
import { split } from "~/shared/domain/queryTokens";
import { everything, type FilterSearch, type TaskFilter } from "~/shared/domain/taskFilter";
import { type ListView, toView, toViewSearch, type ViewSearch } from "./view";

/** What a view keeps of a list: all that is filtered and its order as one query, and the columns. */
export type ViewContent = Pick<View, "query" | "columns">;

/** A list's part of the address, with the saved view that it shows. */
export type SavedSearch = FilterSearch & ViewSearch & { view?: string | undefined };

/** The saved view that was opened last, and how to open another. */
export type OpenView = { id: string | undefined; onOpen: (search: SavedSearch) => void };

type Names = {
  statuses: readonly Status[];
  people: readonly { id: string; name: string }[];
};

const orderTexts = { rank: "", "-updated": "ORDER BY updated DESC", due: "ORDER BY due" } as const;
const nothing: SavedSearch = {
  q: undefined,
  assignee: undefined,
  type: undefined,
  status: undefined,
  label: undefined,
  sort: undefined,
  archived: undefined,
};

/** The saved views that the person sees; an api from before them has none, which is no failure. */
export function viewsQuery(project: string) {
  return queryOptions({
    queryKey: ["views", project],
    queryFn: ({ signal }) => everyPage<View>(viewsPath(project), signal),
    staleTime: 60_000,
    retry: false,
  });
}

/** The path of a project's views in the API, or of one of them. */
export function viewsPath(project: string, id?: string): string {
  return `${projectPath(project)}/views${id ? `/${encodeURIComponent(id)}` : ""}`;
}

/** What a view would keep of the list as it is shown. */
export function contentOf(filter: TaskFilter, view: ListView, names: Names): ViewContent {
  const { parts, order } = split(asQuery(filter.query, withQueried(filter, names), names).query);
  const all = view.archived ? [...parts, "archived = true"] : parts;
  const query = [all.join(" AND "), order || orderTexts[view.order]].filter(Boolean).join(" ");
  return { query, columns: toViewSearch(view).columns === undefined ? null : [...view.columns] };
}

/** The address that shows a saved view. */
export function searchOf({ id, query, columns }: View): SavedSearch {
  const chosen = toView({ columns: columns?.join(",") }).columns;
  const shown: ListView = { order: "rank", archived: false, columns: chosen };
  return { ...nothing, ...toViewSearch(shown), query: query || undefined, view: id };
}

/** Whether a list shows something else than its saved view by now; the order of conditions is no difference. */
export function differs(now: ViewContent, saved: View, names: Names): boolean {
  const view = toView({ columns: saved.columns?.join(",") });
  const then = contentOf({ ...everything, query: saved.query }, view, names);
  return sorted(now.query) !== sorted(then.query) || `${now.columns}` !== `${then.columns}`;
}

function sorted(query: string): string {
  const { parts, order } = split(query);
  return [...parts.sort(), order].join(" AND ");
}

import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import type { SavedSearch } from "~/features/list/viewContent";
import type { FilterSearch } from "~/shared/domain/taskFilter";
import { textOf } from "./address";
import { root } from "./root";

const project = createRoute({
  getParentRoute: () => root,
  path: "/projects/$key",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/projects/$key/board", params, replace: true });
  },
});

type BoardSearch = Omit<FilterSearch, "query"> & { lanes?: string | undefined; task?: string | undefined };

type ListSearch = SavedSearch & { task?: string | undefined };

/** The board with its filter, lanes and open task in the address. */
const boardRoute = createRoute({
  getParentRoute: () => root,
  path: "/projects/$key/board",
  component: lazyRouteComponent(() => import("./BoardPage"), "BoardPage"),
  validateSearch: (search: Record<string, unknown>): BoardSearch => ({
    q: textOf(search["q"]),
    assignee: textOf(search["assignee"]),
    type: textOf(search["type"]),
    label: textOf(search["label"]),
    sprint: textOf(search["sprint"]),
    lanes: textOf(search["lanes"]),
    task: textOf(search["task"]),
  }),
});

/** The table with its filter, order, columns and open task in the address. */
const listRoute = createRoute({
  getParentRoute: () => root,
  path: "/projects/$key/list",
  component: lazyRouteComponent(() => import("./ListPage"), "ListPage"),
  validateSearch: (search: Record<string, unknown>): ListSearch => ({
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
  }),
});

/** The sprints and the backlog with the open task in the address. */
const backlogRoute = createRoute({
  getParentRoute: () => root,
  path: "/projects/$key/backlog",
  component: lazyRouteComponent(() => import("./BacklogPage"), "BacklogPage"),
  validateSearch: (search: Record<string, unknown>): { task?: string | undefined } => ({
    task: textOf(search["task"]),
  }),
});

/** The import screen with the followed import in the address. */
const importRoute = createRoute({
  getParentRoute: () => root,
  path: "/projects/$key/import",
  component: lazyRouteComponent(() => import("./ImportPage"), "ImportPage"),
  validateSearch: (search: Record<string, unknown>): { import?: string | undefined } => ({
    import: textOf(search["import"]),
  }),
});

/** A project's members. */
const membersRoute = createRoute({
  getParentRoute: () => root,
  path: "/projects/$key/members",
  component: lazyRouteComponent(() => import("./MembersPage"), "MembersPage"),
});

/** A project's name and description. */
const settingsRoute = createRoute({
  getParentRoute: () => root,
  path: "/projects/$key/settings",
  component: lazyRouteComponent(() => import("./SettingsPage"), "SettingsPage"),
});

/** The pages of one project. */
export const projectRoutes = [
  project,
  boardRoute,
  listRoute,
  backlogRoute,
  importRoute,
  membersRoute,
  settingsRoute,
] as const;

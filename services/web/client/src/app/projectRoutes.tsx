import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { boardQuery } from "~/features/board/queries";
import { peopleQuery } from "~/shared/api/people";
import { textOf } from "./address";
import { root } from "./root";
import { boardSearch, listSearch, scheduleSearch } from "./searches";

const project = createRoute({
  getParentRoute: () => root,
  path: "/projects/$key",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/projects/$key/board", params, replace: true });
  },
});

/** The board with its filter, lanes and open task in the address. */
const boardRoute = createRoute({
  getParentRoute: () => root,
  path: "/projects/$key/board",
  component: lazyRouteComponent(() => import("./BoardPage"), "BoardPage"),
  loader: ({ context: { client }, params: { key } }) => {
    void client.prefetchQuery({ ...boardQuery(client, key, false), staleTime: Number.POSITIVE_INFINITY });
    void client.prefetchQuery(peopleQuery);
  },
  validateSearch: boardSearch,
});

/** The table with its filter, order, columns and open task in the address. */
const listRoute = createRoute({
  getParentRoute: () => root,
  path: "/projects/$key/list",
  component: lazyRouteComponent(() => import("./ListPage"), "ListPage"),
  validateSearch: listSearch,
});

/** The calendar with what is searched for, the time that is shown, and the open task in the address. */
const calendarRoute = createRoute({
  getParentRoute: () => root,
  path: "/projects/$key/calendar",
  component: lazyRouteComponent(() => import("./CalendarPage"), "CalendarPage"),
  validateSearch: scheduleSearch,
});

/** The timeline, with the same in the address. */
const timelineRoute = createRoute({
  getParentRoute: () => root,
  path: "/projects/$key/timeline",
  component: lazyRouteComponent(() => import("./TimelinePage"), "TimelinePage"),
  validateSearch: scheduleSearch,
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
  calendarRoute,
  timelineRoute,
  backlogRoute,
  importRoute,
  membersRoute,
  settingsRoute,
] as const;

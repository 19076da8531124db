import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
  redirect,
} from "@tanstack/react-router";
import type { FilterSearch } from "~/features/board/filter";
import { parseSearch, stringifySearch, textOf } from "./address";
import { Crash } from "./Crash";
import { NotFound } from "./NotFound";
import { Shell } from "./Shell";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Crash });

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/projects", replace: true });
  },
});

const projects = createRoute({
  getParentRoute: () => root,
  path: "/projects",
  component: lazyRouteComponent(() => import("~/features/projects/Projects"), "Projects"),
});

const project = createRoute({
  getParentRoute: () => root,
  path: "/projects/$key",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/projects/$key/board", params, replace: true });
  },
});

type BoardSearch = FilterSearch & { task?: string | undefined };

/** The board with its filter and open task in the address. */
const boardRoute = createRoute({
  getParentRoute: () => root,
  path: "/projects/$key/board",
  component: lazyRouteComponent(() => import("./BoardPage"), "BoardPage"),
  validateSearch: (search: Record<string, unknown>): BoardSearch => ({
    q: textOf(search["q"]),
    assignee: textOf(search["assignee"]),
    type: textOf(search["type"]),
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

/** A task by its key. */
const taskRoute = createRoute({
  getParentRoute: () => root,
  path: "/browse/$taskKey",
  component: lazyRouteComponent(() => import("./TaskRoute"), "TaskRoute"),
});

const users = createRoute({
  getParentRoute: () => root,
  path: "/users",
  component: lazyRouteComponent(() => import("~/features/users/Users"), "Users"),
});

const status = createRoute({
  getParentRoute: () => root,
  path: "/status",
  component: lazyRouteComponent(() => import("~/features/status/Status"), "Status"),
});

const tree = root.addChildren([
  home,
  projects,
  project,
  boardRoute,
  importRoute,
  membersRoute,
  taskRoute,
  users,
  status,
]);

/** The client's pages by address; filters and open tasks are plain query parameters. */
export function createAppRouter(history?: RouterHistory) {
  return createRouter({
    routeTree: tree,
    parseSearch,
    stringifySearch,
    scrollRestoration: false,
    defaultPreload: "intent",
    ...(history ? { history } : {}),
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

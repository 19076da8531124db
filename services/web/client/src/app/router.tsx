import type { QueryClient } from "@tanstack/react-query";
import {
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
  redirect,
} from "@tanstack/react-router";
import { parseSearch, stringifySearch, textOf } from "./address";
import { projectRoutes } from "./projectRoutes";
import { root } from "./root";

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
  validateSearch: (search: Record<string, unknown>): { new?: string | undefined } => ({
    new: textOf(search["new"]),
  }),
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

const events = createRoute({
  getParentRoute: () => root,
  path: "/events",
  component: lazyRouteComponent(() => import("~/features/events/Events"), "Events"),
});

const flags = createRoute({
  getParentRoute: () => root,
  path: "/flags",
  component: lazyRouteComponent(() => import("~/features/flags/Flags"), "Flags"),
});

const map = createRoute({
  getParentRoute: () => root,
  path: "/map",
  component: lazyRouteComponent(() => import("~/features/map/ServiceMap"), "ServiceMap"),
});

const account = createRoute({
  getParentRoute: () => root,
  path: "/account",
  component: lazyRouteComponent(() => import("~/features/account/Account"), "Account"),
});

const status = createRoute({
  getParentRoute: () => root,
  path: "/status",
  component: lazyRouteComponent(() => import("~/features/status/Status"), "Status"),
});

/** The API reference with the service in the address. */
const reference = createRoute({
  getParentRoute: () => root,
  path: "/reference",
  component: lazyRouteComponent(() => import("./ReferencePage"), "ReferencePage"),
  validateSearch: (search: Record<string, unknown>): { service?: string | undefined } => ({
    service: textOf(search["service"]),
  }),
});

const tree = root.addChildren([
  home,
  projects,
  ...projectRoutes,
  taskRoute,
  users,
  events,
  flags,
  map,
  account,
  status,
  reference,
]);

/** The client's pages by address; filters and open tasks are plain query parameters. */
export function createAppRouter(client: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree: tree,
    context: { client },
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

import {
  createRootRoute,
  createRoute,
  createRouter,
  type RouterHistory,
  redirect,
} from "@tanstack/react-router";
import type { FilterSearch } from "~/features/board/filter";
import { Projects } from "~/features/projects/Projects";
import { Status } from "~/features/status/Status";
import { Users } from "~/features/users/Users";
import { parseSearch, stringifySearch, textOf } from "./address";
import { BoardPage } from "./BoardPage";
import { Crash } from "./Crash";
import { ImportPage } from "./ImportPage";
import { MembersPage } from "./MembersPage";
import { NotFound } from "./NotFound";
import { Shell } from "./Shell";
import { TaskRoute } from "./TaskRoute";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Crash });

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/projects", replace: true });
  },
});

const projects = createRoute({ getParentRoute: () => root, path: "/projects", component: Projects });

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
  component: BoardPage,
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
  component: ImportPage,
  validateSearch: (search: Record<string, unknown>): { import?: string | undefined } => ({
    import: textOf(search["import"]),
  }),
});

/** A project's members. */
const membersRoute = createRoute({
  getParentRoute: () => root,
  path: "/projects/$key/members",
  component: MembersPage,
});

/** A task by its key. */
const taskRoute = createRoute({ getParentRoute: () => root, path: "/browse/$taskKey", component: TaskRoute });

const users = createRoute({ getParentRoute: () => root, path: "/users", component: Users });

const status = createRoute({ getParentRoute: () => root, path: "/status", component: Status });

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
    ...(history ? { history } : {}),
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

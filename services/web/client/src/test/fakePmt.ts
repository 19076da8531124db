import type { Board, Import, Member, Project, Status, Task } from "~/shared/api/generated/api";
import type { User } from "~/shared/api/generated/auth";
import type { SignedIn } from "~/shared/api/generated/gateway";
import type { StatusReport } from "~/shared/api/generated/health";
import { FakeAccounts } from "./fakeAccounts";

/** A request as the fake sees it. */
export type FakeRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: string;
};

/** An answer of the fake. */
export type FakeAnswer = { status: number; headers?: Record<string, string>; body?: unknown };

export type Handler = (request: FakeRequest, ...path: string[]) => FakeAnswer;

const at = "2026-11-20T09:00:00Z";

export const statuses: Status[] = [
  { id: "s-todo", name: "To do", category: "todo" },
  { id: "s-doing", name: "In progress", category: "doing" },
  { id: "s-done", name: "Done", category: "done" },
];

export const ada: User = {
  id: "u-ada",
  name: "Ada Lovelace",
  email: "ada@example.org",
  role: "admin",
  active: true,
  version: 1,
};
export const grace: User = {
  id: "u-grace",
  name: "Grace Hopper",
  email: "grace@example.org",
  role: "member",
  active: true,
  version: 1,
};
export const alan: User = {
  id: "u-alan",
  name: "Alan Turing",
  email: "alan@example.org",
  role: "guest",
  active: true,
  version: 1,
};

/** A small PMT in memory: it answers as the contracts say, and refuses when a test tells it to. */
export class FakePmt {
  me: SignedIn | null = { id: ada.id, name: ada.name, email: "ada@example.org", role: ada.role };
  users: User[] = [{ ...ada }, { ...grace }, { ...alan }];
  readonly accounts = new FakeAccounts(this);
  projects: Project[] = [];
  members: Record<string, Member[]> = {};
  tasks: Task[] = [];
  imports: Import[] = [];
  log: FakeRequest[] = [];
  changes = 1;
  refusals: { method: string; path: RegExp; answer: FakeAnswer }[] = [];

  /** Adds a project owned by the signed-in person. */
  addProject(key: string, name: string, role: Project["role"] = "owner"): Project {
    const project: Project = {
      id: `p-${key}`,
      key,
      name,
      description: "",
      statuses,
      role,
      createdAt: at,
      updatedAt: at,
      version: 1,
    };
    this.projects.push(project);
    this.members[key] = [{ userId: ada.id, role, since: at }];
    return project;
  }

  /** Adds a task, last in its column. */
  addTask(key: string, title: string, more: Partial<Task> = {}): Task {
    const [projectKey = "", number = "1"] = key.split("-");
    const task: Task = {
      id: `t-${key}`,
      key,
      projectKey,
      number: Number(number),
      sourceKey: null,
      title,
      description: "",
      statusId: "s-todo",
      type: "task",
      priority: "medium",
      assigneeId: null,
      reporterId: ada.id,
      points: null,
      labels: [],
      archived: false,
      createdAt: at,
      updatedAt: at,
      version: 1,
      ...more,
    };
    this.tasks.push(task);
    this.changes++;
    return task;
  }

  /** Refuses the next request to a path. */
  refuse(
    method: string,
    path: RegExp,
    status: number,
    code: string,
    detail: string,
    more: object = {},
  ): void {
    const body = {
      type: `https://pmt.dev/problems/${code}`,
      title: "Refused",
      status,
      code,
      detail,
      ...more,
    };
    this.refusals.push({ method, path, answer: { status, body } });
  }

  /** Answers a request. */
  answer(request: FakeRequest): FakeAnswer {
    this.log.push(request);
    const refused = this.refusals.findIndex(
      (item) => item.method === request.method && item.path.test(request.path),
    );
    const refusal = this.refusals[refused];
    if (refusal) {
      this.refusals.splice(refused, 1);
      return refusal.answer;
    }
    if (!this.me && request.path !== "/api/status") return problem(401, "unauthorized");
    for (const [route, handler] of [...this.routes, ...this.accounts.routes]) {
      const [method, pattern] = route.split(" ");
      const found = new RegExp(`^${pattern}$`).exec(request.path);
      if (method === request.method && found)
        return handler(request, ...found.slice(1).map(decodeURIComponent));
    }
    return problem(404, "not-found");
  }

  private readonly routes: [string, Handler][] = [
    ["GET /session", () => ok({ user: this.me })],
    ["GET /api/status", () => ok(report)],
    ["GET /api/v1/users", () => ok({ items: this.users, next: null })],
    ["POST /api/v1/users", (request) => this.createUser(JSON.parse(request.body))],
    ["GET /api/v1/projects", () => ok({ items: this.projects, next: null })],
    ["POST /api/v1/projects", (request) => this.createProject(JSON.parse(request.body))],
    [
      "PATCH /api/v1/projects/([^/]+)",
      (r, key = "") => this.withProject(key, (project) => this.patchProject(project, r)),
    ],
    ["GET /api/v1/projects/([^/]+)", (_, key = "") => this.withProject(key, (project) => ok({ ...project }))],
    [
      "GET /api/v1/projects/([^/]+)/members",
      (_, key = "") => ok({ items: this.members[key] ?? [], next: null }),
    ],
    [
      "PUT /api/v1/projects/([^/]+)/members/([^/]+)",
      (r, key = "", id = "") => this.putMember(key, id, JSON.parse(r.body)),
    ],
    ["DELETE /api/v1/projects/([^/]+)/members/([^/]+)", (_, key = "", id = "") => this.removeMember(key, id)],
    ["GET /api/v1/projects/([^/]+)/board", (request, key = "") => this.board(request, key)],
    [
      "GET /api/v1/projects/([^/]+)/board/columns/([^/]+)",
      (r, key = "", id = "") => this.window(r, this.column(key, id)),
    ],
    ["GET /api/v1/projects/([^/]+)/tasks", (request, key = "") => this.listTasks(request, key)],
    [
      "POST /api/v1/projects/([^/]+)/tasks",
      (request, key = "") => this.createTask(key, JSON.parse(request.body)),
    ],
    ["GET /api/v1/tasks/([^/]+)", (_, key = "") => this.withTask(key, tagged)],
    [
      "PATCH /api/v1/tasks/([^/]+)",
      (request, key = "") => this.withTask(key, (task) => this.patch(task, request)),
    ],
    [
      "POST /api/v1/tasks/([^/]+)/move",
      (r, key = "") => this.withTask(key, (task) => this.move(task, JSON.parse(r.body))),
    ],
    [
      "POST /api/v1/tasks/([^/]+)/archive",
      (_, key = "") => this.withTask(key, (task) => this.change(task, { archived: true })),
    ],
    [
      "POST /api/v1/tasks/([^/]+)/unarchive",
      (_, key = "") => this.withTask(key, (task) => this.change(task, { archived: false })),
    ],
    ["GET /api/v1/imports", () => ok({ items: this.imports, next: null })],
    ["POST /api/v1/imports/preview", (request) => this.preview(request)],
    ["GET /api/v1/imports/([^/]+)", (_, id = "") => this.readImport(id)],
    ["GET /api/v1/imports/([^/]+)/errors", () => ok({ items: [rejected], next: null })],
  ];

  private withProject(key: string, then: (project: Project) => FakeAnswer): FakeAnswer {
    const project = this.projects.find((item) => item.key === key);
    return project ? then(project) : problem(404, "not-found");
  }

  private withTask(key: string, then: (task: Task) => FakeAnswer): FakeAnswer {
    const task = this.tasks.find((item) => item.key === key);
    return task ? then(task) : problem(404, "not-found");
  }

  private createProject({ key, name }: { key: string; name: string }): FakeAnswer {
    if (this.projects.some((item) => item.key === key)) return problem(409, "project-key-taken");
    return { status: 201, body: this.addProject(key, name) };
  }

  private patchProject(project: Project, { headers, body }: FakeRequest): FakeAnswer {
    if (headers.get("If-Match") !== `"${project.version}"`) return problem(412, "stale-version");
    Object.assign(project, JSON.parse(body), { version: project.version + 1 });
    return ok({ ...project });
  }

  private createUser({ name, email, role }: { name: string; email: string; role: User["role"] }): FakeAnswer {
    if (this.users.some((user) => user.email === email)) return problem(409, "email-taken");
    const user: User = { id: `u-${this.users.length}`, name, email, role, active: false, version: 1 };
    this.users.push(user);
    const oneTimeLink = { url: "http://localhost:8080/auth/link/secret", expiresAt: "2026-11-27T09:00:00Z" };
    return { status: 201, body: { user, oneTimeLink } };
  }

  private putMember(key: string, userId: string, { role }: { role: Member["role"] }): FakeAnswer {
    const others = (this.members[key] ?? []).filter((member) => member.userId !== userId);
    const member: Member = { userId, role, since: at };
    this.members[key] = [...others, member];
    return ok(member);
  }

  private removeMember(key: string, userId: string): FakeAnswer {
    this.members[key] = (this.members[key] ?? []).filter((member) => member.userId !== userId);
    return { status: 204 };
  }

  private column(key: string, statusId: string): Task[] {
    return this.tasks.filter(
      (task) => task.projectKey === key && task.statusId === statusId && !task.archived,
    );
  }

  private board(request: FakeRequest, key: string): FakeAnswer {
    return this.withProject(key, (project) => {
      const etag = `"${this.changes}"`;
      if (request.headers.get("If-None-Match") === etag) return { status: 304, headers: { ETag: etag } };
      const columns: Board["columns"] = project.statuses.map((status) => {
        const cards = this.column(key, status.id);
        const next = cards.length > 50 ? "50" : null;
        return { status, count: cards.length, cards: cards.slice(0, 50).map(toCard), next };
      });
      return { status: 200, headers: { ETag: etag }, body: { project, columns } };
    });
  }

  private window(request: FakeRequest, tasks: Task[], show: (task: Task) => object = toCard): FakeAnswer {
    const start = Number(request.query.get("cursor") ?? 0);
    const end = start + Number(request.query.get("limit") ?? 25);
    return ok({ items: tasks.slice(start, end).map(show), next: end < tasks.length ? String(end) : null });
  }

  private listTasks(request: FakeRequest, key: string): FakeAnswer {
    if (!this.projects.some((project) => project.key === key)) return problem(404, "not-found");
    const { query } = request;
    const wanted = (name: string, value: string) => !query.has(name) || query.getAll(name).includes(value);
    const assignee = query.get("assignee");
    const assigneeId = assignee === "me" ? this.me?.id : assignee === "none" ? null : assignee;
    const found = this.tasks.filter(
      (task) =>
        task.projectKey === key &&
        task.archived === (query.get("archived") === "true") &&
        wanted("status", task.statusId) &&
        wanted("type", task.type) &&
        query.getAll("label").every((label) => task.labels.includes(label)) &&
        task.title.toLowerCase().includes((query.get("q") ?? "").toLowerCase()) &&
        (assignee === null || task.assigneeId === assigneeId),
    );
    if (query.get("sort") === "-updated") found.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
    return this.window(request, found, ({ description, ...item }) => item);
  }

  private createTask(projectKey: string, body: Partial<Task>): FakeAnswer {
    const number = Math.max(0, ...this.tasks.map((task) => task.number)) + 1;
    const task = this.addTask(`${projectKey}-${number}`, body.title ?? "", body);
    return { ...tagged(task), status: 201 };
  }

  private patch(task: Task, { headers, body }: FakeRequest): FakeAnswer {
    const version = headers.get("If-Match");
    if (version === null) return problem(428, "precondition-required");
    if (version !== `"${task.version}"`) return problem(412, "stale-version");
    return this.change(task, JSON.parse(body));
  }

  private change(task: Task, patch: Partial<Task>): FakeAnswer {
    Object.assign(task, patch, { version: task.version + 1 });
    this.changes++;
    return tagged(task);
  }

  private move(task: Task, to: { statusId: string; afterKey?: string; beforeKey?: string }): FakeAnswer {
    const anchor = to.beforeKey ?? to.afterKey;
    const neighbour = this.tasks.find((item) => item.key === anchor);
    if (anchor && neighbour?.statusId !== to.statusId) return problem(409, "neighbour-moved");
    this.tasks.splice(this.tasks.indexOf(task), 1);
    const place = neighbour ? this.tasks.indexOf(neighbour) + (to.afterKey ? 1 : 0) : this.tasks.length;
    this.tasks.splice(place, 0, task);
    return this.change(task, { statusId: to.statusId });
  }

  private preview({ query }: FakeRequest): FakeAnswer {
    const map = new Map(query.getAll("map").map((pair) => [pair.split("=")[0], pair.split("=")[1]]));
    const field = (column: string, own: string) => {
      for (const [name, mapped] of map) if (mapped === column) return name;
      return map.get(own) === "" ? null : own;
    };
    const columns = [
      { name: "issuekey", field: field("issuekey", "key"), sample: "WEB-7" },
      { name: "title", field: field("title", "title"), sample: "Fix the login page" },
      { name: "storypoint", field: field("storypoint", "points"), sample: "3" },
    ];
    const missing = ["key", "title"].filter((name) => !columns.some((column) => column.field === name));
    const rows = [{ line: 2, cells: ["WEB-7", "Fix the login page", "3"] }];
    return ok({ delimiter: ",", columns, missing, rowsSeen: 1, rows, errors: [], error: null });
  }

  private readImport(id: string): FakeAnswer {
    const item = this.imports.find((one) => one.id === id);
    return item ? ok(item) : problem(404, "not-found");
  }
}

const rejected = { line: 4, key: "WEB-9", field: "storypoint", message: "storypoint must be a number: many" };

const report: StatusReport = {
  status: "degraded",
  checkedAt: at,
  services: [
    { name: "api", state: "up", version: "0.1.0", uptimeSeconds: 11_520 },
    { name: "auth", state: "down", detail: "auth does not answer" },
  ],
};

function toCard(task: Task) {
  const { key, title, statusId, type, priority, assigneeId, points, labels, version } = task;
  return { key, title, statusId, type, priority, assigneeId, points, labels, version, rank: key };
}

/** A success with a body. */
export function ok(body: unknown): FakeAnswer {
  return { status: 200, body };
}

function tagged(task: Task): FakeAnswer {
  return { status: 200, headers: { ETag: `"${task.version}"` }, body: { ...task } };
}

/** A refusal. */
export function problem(status: number, code: string): FakeAnswer {
  return {
    status,
    body: { type: `https://pmt.dev/problems/${code}`, title: code, status, code, detail: `Refused: ${code}` },
  };
}

import type {
  Import,
  Member,
  Profile,
  Project,
  Status,
  StatusPatch,
  Task,
  Watcher,
} from "~/shared/api/generated/api";
import type { User } from "~/shared/api/generated/auth";
import type { SignedIn } from "~/shared/api/generated/gateway";
import type { StatusReport } from "~/shared/api/generated/health";
import { FakeAccounts } from "./fakeAccounts";
import { FakeActivity } from "./fakeActivity";
import { type FakeAnswer, type FakeRequest, type Handler, ok, problem } from "./fakeAnswers";
import { FakeAttachments } from "./fakeAttachments";
import { FakeBulk } from "./fakeBulk";
import { FakeComments } from "./fakeComments";
import { FakeCustomFields } from "./fakeCustomFields";
import { FakeEvents } from "./fakeEvents";
import { FakeFlags } from "./fakeFlags";
import { FakeImports } from "./fakeImports";
import { FakeLive } from "./fakeLive";
import { FakeMap } from "./fakeMap";
import { FakeRelations } from "./fakeRelations";
import { FakeSprints } from "./fakeSprints";
import { FakeTasks } from "./fakeTasks";
import { FakeViews } from "./fakeViews";
import { FakeWatchers } from "./fakeWatchers";
import { FakeWorkflows } from "./fakeWorkflows";
import { FakeWorkLogs } from "./fakeWorkLogs";

const at = "2026-11-20T09:00:00Z";

export const statuses: Status[] = [
  { id: "s-todo", name: "To do", category: "todo", wipLimit: null },
  { id: "s-doing", name: "In progress", category: "doing", wipLimit: null },
  { id: "s-done", name: "Done", category: "done", wipLimit: null },
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
const alan: User = {
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
  readonly activity = new FakeActivity(this);
  readonly attachments = new FakeAttachments();
  readonly comments = new FakeComments(this);
  readonly customFields = new FakeCustomFields(this);
  readonly importDoors = new FakeImports(this);
  readonly live = new FakeLive(this);
  readonly events = new FakeEvents();
  readonly flags = new FakeFlags(this);
  readonly map = new FakeMap();
  readonly views = new FakeViews(this);
  readonly relations = new FakeRelations(this);
  readonly sprints = new FakeSprints(this);
  readonly taskDoors = new FakeTasks(this);
  readonly bulk = new FakeBulk(this);
  readonly workflows = new FakeWorkflows(this);
  readonly workLogs = new FakeWorkLogs(this);
  private readonly parts = [
    this.taskDoors,
    this.bulk,
    this.workflows,
    this.workLogs,
    this.relations,
    new FakeWatchers(this),
    this.importDoors,
    this.accounts,
    this.activity,
    this.attachments,
    this.comments,
    this.customFields,
    this.live,
    this.events,
    this.flags,
    this.map,
    this.views,
    this.sprints,
  ];
  projects: Project[] = [];
  members: Record<string, Member[]> = {};
  tasks: Task[] = [];
  watchers: Record<string, Watcher[]> = {};
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
      startDate: null,
      dueDate: null,
      labels: [],
      customFields: {},
      estimateMinutes: null,
      parent: null,
      children: { done: 0, total: 0 },
      sprint: null,
      archived: false,
      createdAt: at,
      updatedAt: at,
      version: 1,
      ...more,
    };
    this.tasks.push(task);
    this.changes++;
    this.activity.record(key, "created");
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
    for (const [route, handler] of [this, ...this.parts].flatMap(({ routes }) => routes)) {
      const [method, pattern] = route.split(" ");
      const found = new RegExp(`^${pattern}$`).exec(request.path);
      if (method === request.method && found)
        return handler(request, ...found.slice(1).map(decodeURIComponent));
    }
    return problem(404, "not-found");
  }

  readonly routes: [string, Handler][] = [
    ["GET /session", () => ok({ user: this.me, flags: this.flags.on() })],
    ["GET /api/status", () => ok(report)],
    ["GET /api/v1/profiles", () => ok({ items: this.users.map(profileOf), next: null })],
    ["GET /api/v1/projects", () => ok({ items: this.projects, next: null })],
    ["POST /api/v1/projects", (request) => this.createProject(JSON.parse(request.body))],
    [
      "PATCH /api/v1/projects/([^/]+)",
      (r, key = "") => this.withProject(key, (project) => this.patchProject(project, r)),
    ],
    [
      "PATCH /api/v1/projects/([^/]+)/statuses/([^/]+)",
      (r, key = "", id = "") => this.withProject(key, (project) => this.patchStatus(project, id, r)),
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
  ];

  withProject(key: string, then: (project: Project) => FakeAnswer): FakeAnswer {
    const project = this.projects.find((item) => item.key === key);
    return project ? then(project) : problem(404, "not-found");
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

  private patchStatus(project: Project, id: string, request: FakeRequest): FakeAnswer {
    if (request.headers.get("If-Match") !== `"${project.version}"`) return problem(412, "stale-version");
    const patch: StatusPatch = JSON.parse(request.body);
    project.statuses = project.statuses.map((status) =>
      status.id === id ? { ...status, ...patch } : status,
    );
    project.version++;
    this.changes++;
    return ok({ ...project });
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
}

function profileOf({ id, name, active }: User): Profile {
  return { id, name, active };
}

const report: StatusReport = {
  status: "degraded",
  checkedAt: at,
  services: [
    { name: "api", state: "up", version: "0.1.0", uptimeSeconds: 11_520, events: true },
    { name: "web", state: "up", events: false },
    { name: "auth", state: "down", detail: "auth does not answer" },
  ],
};

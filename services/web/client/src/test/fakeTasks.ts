import type { Board, Lane, Move, MoveTasks, Task, TaskPatch } from "~/shared/api/generated/api";
import { withValues } from "~/shared/domain/customValues";
import { type FakeAnswer, type FakeRequest, type Handler, ok, problem } from "./fakeAnswers";
import { idIn, isIn } from "./fakeLanes";
import type { FakePmt } from "./fakePmt";
import { scheduled } from "./fakeSchedule";

/** The doors of boards, lists and tasks. */
export class FakeTasks {
  /** Each task as it was before its last change. */
  readonly before = new Map<string, Task>();

  constructor(private readonly pmt: FakePmt) {}

  readonly routes: [string, Handler][] = [
    ["GET /api/v1/projects/([^/]+)/board", (request, key = "") => this.board(request, key)],
    [
      "GET /api/v1/projects/([^/]+)/board/columns/([^/]+)",
      (r, key = "", id = "") => this.window(r, this.column(key, id)),
    ],
    ["GET /api/v1/projects/([^/]+)/board/lanes", (request, key = "") => this.lanes(request, key)],
    ["GET /api/v1/queries/completions", (request) => ok(completions(request.query))],
    ["GET /api/v1/tasks", ({ query }) => this.search(query.get("query") ?? "")],
    ["GET /api/v1/projects/([^/]+)/tasks", (request, key = "") => this.listTasks(request, key)],
    [
      "POST /api/v1/projects/([^/]+)/tasks",
      (request, key = "") => this.createTask(key, JSON.parse(request.body)),
    ],
    ["GET /api/v1/tasks/([^/]+)", (_, key = "") => this.withTask(key, (task) => this.tagged(task))],
    [
      "PATCH /api/v1/tasks/([^/]+)",
      (request, key = "") => this.withTask(key, (task) => this.patch(task, request)),
    ],
    [
      "POST /api/v1/tasks/([^/]+)/move",
      (r, key = "") => this.withTask(key, (task) => this.move(task, JSON.parse(r.body))),
    ],
    ["POST /api/v1/projects/[^/]+/board/moves", (r) => this.moveTogether(JSON.parse(r.body))],
    [
      "POST /api/v1/tasks/([^/]+)/archive",
      (_, key = "") => this.withTask(key, (task) => this.change(task, { archived: true })),
    ],
    [
      "POST /api/v1/tasks/([^/]+)/unarchive",
      (_, key = "") => this.withTask(key, (task) => this.change(task, { archived: false })),
    ],
  ];

  private withTask(key: string, then: (task: Task) => FakeAnswer): FakeAnswer {
    const task = this.pmt.tasks.find((item) => item.key === key);
    return task ? then(task) : problem(404, "not-found");
  }

  private column(key: string, statusId: string): Task[] {
    return this.pmt.tasks.filter(
      (task) => task.projectKey === key && task.statusId === statusId && !task.archived,
    );
  }

  private board(request: FakeRequest, key: string): FakeAnswer {
    return this.pmt.withProject(key, (project) => {
      const etag = `"${this.pmt.changes}"`;
      if (request.headers.get("If-None-Match") === etag) return { status: 304, headers: { ETag: etag } };
      const columns: Board["columns"] = project.statuses.map((status) => {
        const cards = this.column(key, status.id);
        const next = cards.length > 50 ? "50" : null;
        return { status, count: cards.length, cards: cards.slice(0, 50).map(this.card), next };
      });
      return { status: 200, headers: { ETag: etag }, body: { project, columns } };
    });
  }

  private window(request: FakeRequest, tasks: Task[], show: (task: Task) => object = this.card): FakeAnswer {
    const start = Number(request.query.get("cursor") ?? 0);
    const end = start + Number(request.query.get("limit") ?? 25);
    return ok({ items: tasks.slice(start, end).map(show), next: end < tasks.length ? String(end) : null });
  }

  private lanes({ query }: FakeRequest, key: string): FakeAnswer {
    const by = query.get("by") ?? "";
    const text = (query.get("q") ?? "").toLowerCase();
    const lanes = new Map<string, Lane>();
    for (const task of this.pmt.tasks) {
      if (task.projectKey !== key || task.archived || !task.title.toLowerCase().includes(text)) continue;
      const id = idIn(task, by);
      const epic = by === "epic" ? task.parent : null;
      const lane: Lane = lanes.get(id ?? "") ?? { id, epic, columns: [] };
      const column = lane.columns.find(({ statusId }) => statusId === task.statusId);
      if (column) column.count++;
      else lane.columns.push({ statusId: task.statusId, count: 1 });
      lanes.set(id ?? "", lane);
    }
    return ok({ lanes: [...lanes.values()] });
  }

  private listTasks(request: FakeRequest, key: string): FakeAnswer {
    if (!this.pmt.projects.some((project) => project.key === key)) return problem(404, "not-found");
    const { query } = request;
    const wanted = (name: string, value: string) => !query.has(name) || query.getAll(name).includes(value);
    const assignee = query.get("assignee");
    const assigneeId = assignee === "me" ? this.pmt.me?.id : assignee === "none" ? null : assignee;
    const { asked, isDated } = scheduled(query.get("query") ?? "");
    const wrong = asked.indexOf("staus");
    if (wrong >= 0) return faulty(wrong, 5);
    const sprint = /^sprint = (.+)$/u.exec(asked)?.[1];
    const waits = asked.startsWith("(sprint IS EMPTY");
    const type = asked.includes(" OR ") ? undefined : /type = (\w+)/u.exec(asked)?.[1];
    const word = /text ~ (\w+)/u.exec(asked)?.[1];
    const found = this.pmt.tasks.filter(
      (task) =>
        task.projectKey === key &&
        task.archived === (query.get("archived") === "true") &&
        wanted("status", task.statusId) &&
        wanted("type", task.type) &&
        (!sprint || task.sprint?.id === sprint) &&
        (!query.has("sprint") ||
          [task.sprint?.id, task.sprint?.state].some((one) => one === query.get("sprint"))) &&
        (!waits ||
          ((!task.sprint || task.sprint.state === "completed") &&
            task.statusId !== "s-done" &&
            task.type !== "epic")) &&
        (!type || task.type === type) &&
        isIn(task, asked) &&
        isDated(task) &&
        (!word || task.title.includes(word)) &&
        query.getAll("label").every((label) => task.labels.includes(label)) &&
        task.title.toLowerCase().includes((query.get("q") ?? "").toLowerCase()) &&
        (!query.has("parent") || task.parent?.key === query.get("parent")) &&
        (assignee === null || task.assigneeId === assigneeId),
    );
    if (query.get("sort") === "-updated") found.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
    if (query.get("sort") === "due")
      found.sort((a, b) => (a.dueDate ?? "9999-12-31").localeCompare(b.dueDate ?? "9999-12-31"));
    this.pmt.customFields.order(key, asked, found);
    return this.window(request, found, ({ description, ...item }) => ({
      ...item,
      match: word ? matchOf(item, word) : null,
    }));
  }

  /** Knows one query: a part of the title. */
  private search(query: string): FakeAnswer {
    const part = /title ~ "(.*)"/u.exec(query)?.[1] ?? "";
    const found = this.pmt.tasks.filter(({ title }) => title.toLowerCase().includes(part.toLowerCase()));
    return ok({ items: found.map(({ description, ...item }) => ({ ...item, match: null })), next: null });
  }

  private readonly card = (task: Task) => {
    const inTheWay = this.pmt.relations
      .of(task.key)
      .some((relation) => relation.kind === "blocked-by" && relation.task.status.category !== "done");
    return toCard(task, inTheWay);
  };

  private createTask(projectKey: string, { parentKey, ...body }: Partial<Task> & TaskPatch): FakeAnswer {
    const number = Math.max(0, ...this.pmt.tasks.map((task) => task.number)) + 1;
    const task = this.pmt.addTask(`${projectKey}-${number}`, body.title ?? "", {
      ...body,
      parent: this.parent(parentKey),
    });
    return { ...this.tagged(task), status: 201 };
  }

  private patch(task: Task, { headers, body }: FakeRequest): FakeAnswer {
    const version = headers.get("If-Match");
    if (version === null) return problem(428, "precondition-required");
    if (version !== `"${task.version}"`) return problem(412, "stale-version");
    const { parentKey, sprintId, customFields, ...patch }: TaskPatch = JSON.parse(body);
    const parent = parentKey === undefined ? task.parent : this.parent(parentKey);
    const sprint = sprintId === undefined ? task.sprint : this.pmt.sprints.shown(sprintId);
    const values = withValues(task.customFields, customFields ?? {});
    return this.change(task, { ...patch, parent, sprint, customFields: values });
  }

  change(task: Task, patch: Partial<Task>): FakeAnswer {
    const before = { ...task };
    this.before.set(task.key, before);
    Object.assign(task, patch, { version: task.version + 1 });
    this.pmt.changes++;
    this.pmt.activity.recordChange(before, task);
    return this.tagged(task);
  }

  private parent(key: string | null | undefined): Task["parent"] {
    const found = this.pmt.tasks.find((task) => task.key === key);
    return found ? { id: found.id, key: found.key, title: found.title, type: found.type } : null;
  }

  private tagged(task: Task): FakeAnswer {
    const below = this.pmt.tasks.filter((child) => child.parent?.key === task.key && !child.archived);
    const done = below.filter((child) => child.statusId === "s-done").length;
    const body = { ...task, children: { done, total: below.length } };
    return { status: 200, headers: { ETag: `"${task.version}"` }, body };
  }

  private move(task: Task, { parentKey, afterKey, beforeKey, ...fields }: Move): FakeAnswer {
    const to = { statusId: fields.statusId, afterKey, beforeKey };
    const anchor = to.beforeKey ?? to.afterKey;
    const neighbour = this.pmt.tasks.find((item) => item.key === anchor);
    if (anchor && neighbour?.statusId !== to.statusId) return problem(409, "neighbour-moved");
    this.pmt.tasks.splice(this.pmt.tasks.indexOf(task), 1);
    const place = neighbour
      ? this.pmt.tasks.indexOf(neighbour) + (to.afterKey ? 1 : 0)
      : this.pmt.tasks.length;
    this.pmt.tasks.splice(place, 0, task);
    const parent = parentKey === undefined ? task.parent : this.parent(parentKey);
    return this.change(task, { ...fields, parent });
  }

  private moveTogether({ keys, ...to }: MoveTasks): FakeAnswer {
    const tasks = keys.flatMap((key) => this.pmt.tasks.find((task) => task.key === key) ?? []);
    let place: Move = to;
    for (const task of tasks) {
      const answer = this.move(task, place);
      if (answer.status !== 200) return answer;
      const { beforeKey: _, ...rest } = to;
      place = { ...rest, afterKey: task.key };
    }
    return ok({ items: keys.flatMap((key) => this.pmt.tasks.find((task) => task.key === key) ?? []) });
  }
}

/** Where a task of a list holds a word. */
function matchOf({ title }: Pick<Task, "title">, word: string) {
  const [before = "", after = ""] = title.split(word);
  return {
    title: [
      { text: before, hit: false },
      { text: word, hit: true },
      { text: after, hit: false },
    ],
    excerpt: [],
  };
}

function faulty(position: number, length: number): FakeAnswer {
  const detail = "query must have a field at character 1: staus; perhaps status";
  const body = { type: "about:blank", title: "Bad Request", status: 400, code: "invalid-query", detail };
  return { status: 400, body: { ...body, position, length, expected: ["a field"], suggestions: ["status"] } };
}

/** Knows two fields and the operator behind them. */
function completions(query: URLSearchParams) {
  const begun = (query.get("query") ?? "").slice(0, Number(query.get("at")));
  const word = /\S*$/u.exec(begun)?.[0] ?? "";
  const texts = begun === word ? ["status", "type"] : ["=", "!="];
  const kind = begun === word ? "field" : "operator";
  const items = texts.filter((text) => text.startsWith(word)).map((text) => ({ kind, text }));
  return { position: begun.length - word.length, length: word.length, items };
}

function toCard(task: Task, blocked: boolean) {
  const { key, title, statusId, type, priority, assigneeId, points, dueDate, labels } = task;
  const { parent, sprint, version, customFields } = task;
  const shown = { key, title, statusId, type, priority, assigneeId, points, dueDate, labels };
  const values = Object.keys(customFields).length > 0 ? { customFields } : {};
  return { ...shown, ...values, parent, blocked, sprint, version, rank: key };
}

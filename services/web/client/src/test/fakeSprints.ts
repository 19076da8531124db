import type { NewSprint, PlanTasks, Sprint, Task } from "~/shared/api/generated/api";
import { type FakeAnswer, type FakeRequest, type Handler, ok, problem } from "./fakeAnswers";
import type { FakePmt } from "./fakePmt";

const nothing = { tasks: 0, points: 0 };

/** The doors of sprints and of what is planned for them. */
export class FakeSprints {
  readonly all: Sprint[] = [];

  constructor(private readonly pmt: FakePmt) {}

  readonly routes: [string, Handler][] = [
    ["GET /api/v1/projects/([^/]+)/sprints", (request, key = "") => this.list(request, key)],
    [
      "POST /api/v1/projects/([^/]+)/sprints",
      (r, key = "") => ({ status: 201, body: this.add(key, JSON.parse(r.body)) }),
    ],
    [
      "PATCH /api/v1/projects/[^/]+/sprints/([^/]+)",
      (request, id = "") => this.change(id, JSON.parse(request.body)),
    ],
    ["DELETE /api/v1/projects/[^/]+/sprints/([^/]+)", (_, id = "") => this.remove(id)],
    ["POST /api/v1/projects/[^/]+/sprints/([^/]+)/start", (_, id = "") => this.start(id)],
    [
      "POST /api/v1/projects/[^/]+/sprints/([^/]+)/complete",
      (r, id = "") => this.complete(id, JSON.parse(r.body).carryOverTo ?? null),
    ],
    [
      "POST /api/v1/projects/[^/]+/sprints/([^/]+)/reopen",
      (_, id = "") => this.change(id, { state: "active", outcome: null, completedAt: null }),
    ],
    ["POST /api/v1/projects/[^/]+/sprints/([^/]+)/tasks", (r, id = "") => this.plan(JSON.parse(r.body), id)],
    ["POST /api/v1/projects/([^/]+)/backlog/tasks", (r) => this.plan(JSON.parse(r.body), null)],
  ];

  /** Adds a planned sprint. */
  add(projectKey: string, body: NewSprint & Partial<Sprint>): Sprint {
    const sprint: Sprint = {
      id: `sprint-${this.all.length + 1}`,
      projectKey,
      goal: "",
      startsOn: null,
      endsOn: null,
      state: "planned",
      capacity: null,
      todo: nothing,
      doing: nothing,
      done: nothing,
      scope: null,
      outcome: null,
      startedAt: null,
      completedAt: null,
      version: 1,
      ...body,
    };
    this.all.push(sprint);
    this.pmt.changes++;
    return sprint;
  }

  /** A sprint as a task shows it. */
  shown(id: string | null): Task["sprint"] {
    const sprint = this.all.find((item) => item.id === id);
    if (!sprint) return null;
    const { name, state } = sprint;
    return { id: sprint.id, name, state, addedAfterStart: state === "active" };
  }

  private list({ query }: FakeRequest, key: string): FakeAnswer {
    const states = query.getAll("state");
    const items = this.all.filter(
      ({ projectKey, state }) => projectKey === key && (states.length === 0 || states.includes(state)),
    );
    items.sort((a, b) => states.indexOf(a.state) - states.indexOf(b.state));
    return ok({ items, next: null });
  }

  private change(id: string, part: Partial<Sprint>): FakeAnswer {
    const sprint = this.all.find((item) => item.id === id);
    if (!sprint) return problem(404, "not-found");
    Object.assign(sprint, part, { version: sprint.version + 1 });
    this.pmt.changes++;
    return ok({ ...sprint });
  }

  private remove(id: string): FakeAnswer {
    this.all.splice(
      this.all.findIndex((item) => item.id === id),
      1,
    );
    this.pmt.changes++;
    return { status: 204 };
  }

  private inSprint(id: string): Task[] {
    return this.pmt.tasks.filter((task) => task.sprint?.id === id);
  }

  private start(id: string): FakeAnswer {
    const committed = amountOf(this.inSprint(id));
    return this.change(id, { state: "active", scope: { committed, added: nothing, removed: nothing } });
  }

  private complete(id: string, target: string | null): FakeAnswer {
    const done = this.inSprint(id).filter(({ statusId }) => statusId === "s-done");
    const rest = this.inSprint(id).filter(({ statusId }) => statusId !== "s-done");
    for (const task of rest) task.sprint = this.shown(target);
    const outcome = { done: amountOf(done), carriedOver: amountOf(rest), added: nothing, removed: nothing };
    return this.change(id, { state: "completed", outcome });
  }

  private plan({ keys, afterKey, beforeKey }: PlanTasks, id: string | null): FakeAnswer {
    const tasks = keys.flatMap((key) => this.pmt.tasks.filter((task) => task.key === key));
    const rest = this.pmt.tasks.filter((task) => !tasks.includes(task));
    const anchor = rest.findIndex(({ key }) => key === (afterKey ?? beforeKey));
    if (anchor >= 0) {
      rest.splice(anchor + (afterKey ? 1 : 0), 0, ...tasks);
      this.pmt.tasks = rest;
    }
    for (const task of tasks) this.pmt.taskDoors.change(task, { sprint: this.shown(id) });
    return ok({ items: tasks });
  }
}

function amountOf(tasks: readonly Task[]) {
  return { tasks: tasks.length, points: tasks.reduce((sum, { points }) => sum + (points ?? 0), 0) };
}

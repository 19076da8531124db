import type { BulkChange, BulkPatch, Task } from "~/shared/api/generated/api";
import { withValues } from "~/shared/domain/customValues";
import { type FakeAnswer, type Handler, ok, problem } from "./fakeAnswers";
import type { FakePmt } from "./fakePmt";

type Body = { tasks?: string[]; query?: string; change: BulkPatch };

/** Changes of many tasks, and their undoing. */
export class FakeBulk {
  /** How many readings find a change still running. */
  readings = 0;
  private readonly made = new Map<string, { change: BulkChange; before: Task[] }>();

  constructor(private readonly pmt: FakePmt) {}

  readonly routes: [string, Handler][] = [
    ["POST /api/v1/projects/([^/]+)/bulk-changes", (r, key = "") => this.begin(key, JSON.parse(r.body))],
    [
      "POST /api/v1/projects/([^/]+)/bulk-changes/preview",
      (r, key = "") => {
        const total = this.selected(key, JSON.parse(r.body)).length;
        return ok({ total, changed: total - 1, unchanged: 1, refused: 0, refusals: [] });
      },
    ],
    ["GET /api/v1/projects/([^/]+)/bulk-changes/([^/]+)", (_, _key = "", id = "") => this.read(id)],
    ["POST /api/v1/projects/([^/]+)/bulk-changes/([^/]+)/undo", (_, key = "", id = "") => this.undo(key, id)],
    ["POST /api/v1/tasks/([^/]+)/undo", (r, key = "") => this.undoTask(key, JSON.parse(r.body))],
  ];

  private selected(key: string, { tasks }: Body): Task[] {
    return this.pmt.tasks.filter(
      (task) => task.projectKey === key && !task.archived && (tasks?.includes(task.key) ?? true),
    );
  }

  private begin(key: string, body: Body): FakeAnswer {
    const { addLabels = [], removeLabels = [], sprintId: _, customFields = {}, ...patch } = body.change;
    const chosen = this.selected(key, body);
    const isEpic = ({ type }: Task) => type === "epic" && "sprintId" in body.change;
    const before = chosen.filter((task) => !isEpic(task)).map((task) => ({ ...task }));
    for (const task of chosen.filter((one) => !isEpic(one)))
      this.write(task, {
        ...patch,
        customFields: withValues(task.customFields, customFields),
        labels: [...task.labels, ...addLabels].filter((label) => !removeLabels.includes(label)),
      });
    const refusals = chosen
      .filter(isEpic)
      .map((task) => ({ key: task.key, reason: "sprintId must hold no epic" }));
    return this.keep(key, before, null, refusals);
  }

  private undo(key: string, id: string): FakeAnswer {
    const before = this.made.get(id)?.before ?? [];
    const now = before.map((old) => {
      const task = this.pmt.tasks.find((one) => one.key === old.key) ?? old;
      const copy = { ...task };
      this.write(task, { ...old, version: task.version });
      return copy;
    });
    return this.keep(key, now, id, []);
  }

  private keep(
    projectKey: string,
    before: Task[],
    undoes: string | null,
    refusals: BulkChange["refusals"],
  ): FakeAnswer {
    const id = `bulk-${this.made.size + 1}`;
    const at = "2026-11-22T09:00:00Z";
    const total = before.length + refusals.length;
    const change: BulkChange = {
      id,
      projectKey,
      state: "done",
      undoes,
      total,
      done: total,
      changed: before.length,
      refused: refusals.length,
      refusals,
      error: null,
      createdBy: "u-ada",
      createdAt: at,
      finishedAt: at,
    };
    this.made.set(id, { change, before });
    return this.read(id);
  }

  private read(id: string): FakeAnswer {
    const change = this.made.get(id)?.change;
    if (!change) return problem(404, "not-found");
    if (this.readings === 0) return ok(change);
    this.readings--;
    return ok({ ...change, state: "running", done: 1, finishedAt: null });
  }

  private undoTask(key: string, which: { version?: number; activityId?: string }): FakeAnswer {
    const task = this.pmt.tasks.find((one) => one.key === key);
    if (!task) return problem(404, "not-found");
    if (which.version !== undefined && which.version !== task.version) return problem(409, "not-undoable");
    this.write(task, this.pmt.taskDoors.before.get(key) ?? {});
    return { status: 200, headers: { ETag: `"${task.version}"` }, body: { task, left: [] } };
  }

  private write(task: Task, patch: Partial<Task>): void {
    Object.assign(task, patch, { version: task.version + 1 });
    this.pmt.changes++;
  }
}

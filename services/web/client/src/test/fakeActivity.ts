import type { Activity, FieldChange, Task } from "~/shared/api/generated/api";
import { type FakeAnswer, type FakeRequest, type Handler, ok, problem } from "./fakeAnswers";
import type { FakePmt } from "./fakePmt";

const fields = [
  "title",
  "description",
  "statusId",
  "type",
  "priority",
  "assigneeId",
  "points",
  "startDate",
  "dueDate",
  "labels",
  "parent",
] as const;

/** What happened to the tasks of the fake. */
export class FakeActivity {
  /** How many readings still miss what is recorded from now on. */
  lag = 0;
  private readonly kept = new Map<string, { activity: Activity; missed: number }[]>();
  private count = 0;

  constructor(private readonly pmt: FakePmt) {}

  readonly routes: [string, Handler][] = [
    ["GET /api/v1/tasks/([^/]+)/activity", (request, key = "") => this.list(request, key)],
  ];

  /** Records something that happened to a task; unless told otherwise the signed-in person did it. */
  record(
    key: string,
    kind: Activity["kind"],
    changes: FieldChange[] = [],
    actorId: string | null = this.pmt.me?.id ?? null,
  ): void {
    const at = new Date().toISOString();
    const activity: Activity = {
      id: `activity-${++this.count}`,
      kind,
      at,
      actorId,
      changes,
      undoable: changes.length > 0,
    };
    this.kept.set(key, [{ activity, missed: this.lag }, ...(this.kept.get(key) ?? [])]);
  }

  /** Records what made a task of one version the next; a new place in a column is nothing. */
  recordChange(before: Task, after: Task): void {
    if (before.archived !== after.archived)
      this.record(after.key, after.archived ? "archived" : "unarchived");
    const changes = fields
      .filter((field) => textOf(before[field]) !== textOf(after[field]))
      .map((field) =>
        field === "description"
          ? { field, from: null, to: null }
          : {
              field: field === "parent" ? ("parentKey" as const) : field,
              from: textOf(before[field]),
              to: textOf(after[field]),
            },
      );
    const ids = new Set([...Object.keys(before.customFields), ...Object.keys(after.customFields)]);
    const custom = [...ids].map((id) => ({
      field: `customFields.${id}`,
      from: textOf(before.customFields[id] ?? null),
      to: textOf(after.customFields[id] ?? null),
    }));
    const all = [...changes, ...custom.filter(({ from, to }) => from !== to)];
    if (all.length > 0) this.record(after.key, kindOf(all), all);
  }

  /** Forgets a task's history, as if all of it was before there was one. */
  forget(key: string): void {
    this.kept.delete(key);
  }

  private list({ query }: FakeRequest, key: string): FakeAnswer {
    if (!this.pmt.tasks.some((task) => task.key === key)) return problem(404, "not-found");
    const all = (this.kept.get(key) ?? []).filter((item) => item.missed-- <= 0);
    const start = Number(query.get("cursor") ?? 0);
    const end = start + Number(query.get("limit") ?? 25);
    const items = all.slice(start, end).map(({ activity }) => activity);
    return ok({ items, next: end < all.length ? String(end) : null });
  }
}

function kindOf(changes: FieldChange[]): Activity["kind"] {
  const [only, ...others] = changes;
  if (others.length > 0) return "changed";
  if (only?.field === "statusId") return "transitioned";
  return only?.field === "assigneeId" ? "assigned" : "changed";
}

function textOf(value: string | number | readonly string[] | Task["parent"]): string | null {
  if (value === null) return null;
  if (typeof value === "object" && "key" in value) return value.key;
  return typeof value === "object" ? value.join(",") || null : String(value);
}

import type { Relation, RelationKind, Task } from "~/shared/api/generated/api";
import { type FakeAnswer, type Handler, ok, problem } from "./fakeAnswers";
import { type FakePmt, statuses } from "./fakePmt";

const inverse: Record<RelationKind, RelationKind> = {
  blocks: "blocked-by",
  "blocked-by": "blocks",
  "relates-to": "relates-to",
  duplicates: "duplicated-by",
  "duplicated-by": "duplicates",
};

/** How the tasks of the fake stand to each other. */
export class FakeRelations {
  private kept: { id: string; kind: RelationKind; from: string; to: string }[] = [];
  private count = 0;

  constructor(private readonly pmt: FakePmt) {}

  readonly routes: [string, Handler][] = [
    ["GET /api/v1/projects/([^/]+)/relations", ({ query }) => this.among(query.getAll("task"))],
    ["GET /api/v1/tasks/([^/]+)/relations", (_, key = "") => ok({ items: this.of(key), next: null })],
    ["POST /api/v1/tasks/([^/]+)/relations", (r, key = "") => this.post(key, JSON.parse(r.body))],
    ["DELETE /api/v1/tasks/([^/]+)/relations/([^/]+)", (_, _key, id = "") => this.remove(id)],
  ];

  /** Relates a task to another one, as it is seen from it. */
  add(from: string, kind: RelationKind, to: string): string {
    const id = `r-${++this.count}`;
    this.kept.push({ id, kind, from, to });
    return id;
  }

  /** A task's relations as they are seen from it. */
  of(key: string): Relation[] {
    return this.kept.flatMap(({ id, kind, from, to }) => {
      if (from === key) return this.relation(id, kind, to);
      return to === key ? this.relation(id, inverse[kind], from) : [];
    });
  }

  /** The relations of several tasks, told of the task that has them. */
  private among(keys: readonly string[]): FakeAnswer {
    const items = this.kept.filter(({ from, to }) => keys.includes(from) || keys.includes(to));
    return ok({ items, next: null });
  }

  private relation(id: string, kind: RelationKind, key: string): Relation[] {
    const task = this.pmt.tasks.find((item) => item.key === key);
    return task ? [{ id, kind, task: shortly(task) }] : [];
  }

  private post(from: string, { kind, taskKey }: { kind: RelationKind; taskKey: string }): FakeAnswer {
    const id = this.add(from, kind, taskKey);
    return { status: 201, body: this.of(from).find((item) => item.id === id) };
  }

  private remove(id: string): FakeAnswer {
    const rest = this.kept.filter((item) => item.id !== id);
    if (rest.length === this.kept.length) return problem(404, "not-found");
    this.kept = rest;
    return { status: 204 };
  }
}

function shortly({ id, key, projectKey, title, type, statusId, archived }: Task): Relation["task"] {
  const status = statuses.find((item) => item.id === statusId) ?? {
    id: statusId,
    name: "?",
    category: "todo",
    wipLimit: null,
  };
  return { id, key, projectKey, title, type, status, archived };
}

import type { WorkLog } from "~/shared/api/generated/api";
import { type FakeAnswer, type FakeRequest, type Handler, ok, problem } from "./fakeAnswers";
import type { FakePmt } from "./fakePmt";

/** The time logged on the tasks of the fake. */
export class FakeWorkLogs {
  readonly kept: Record<string, WorkLog[]> = {};
  private count = 0;

  constructor(private readonly pmt: FakePmt) {}

  readonly routes: [string, Handler][] = [
    ["GET /api/v1/tasks/([^/]+)/work-logs", (_, key = "") => ok(this.list(key))],
    [
      "POST /api/v1/tasks/([^/]+)/work-logs",
      ({ body }, key = "") => ({ status: 201, body: this.log(key, this.pmt.me?.id ?? "", JSON.parse(body)) }),
    ],
    [
      "PATCH /api/v1/tasks/([^/]+)/work-logs/([^/]+)",
      (request, key = "", id = "") => this.withLog(key, id, (log) => this.edit(log, request)),
    ],
    [
      "DELETE /api/v1/tasks/([^/]+)/work-logs/([^/]+)",
      (_, key = "", id = "") =>
        this.withLog(key, id, (log) => {
          this.kept[key] = (this.kept[key] ?? []).filter((item) => item !== log);
          return { status: 204 };
        }),
    ],
  ];

  /** Logs somebody's time on a task. */
  log(key: string, userId: string, what: Partial<WorkLog>): WorkLog {
    const id = `w-${++this.count}`;
    const loggedAt = new Date().toISOString();
    const log = { id, userId, day: "2026-11-12", minutes: 60, note: "", loggedAt, version: 1, ...what };
    this.kept[key] = [...(this.kept[key] ?? []), log];
    return log;
  }

  private list(key: string) {
    const items = (this.kept[key] ?? []).toSorted((one, other) => other.day.localeCompare(one.day));
    return { items, minutes: items.reduce((sum, { minutes }) => sum + minutes, 0), most: 1000 };
  }

  private edit(log: WorkLog, { headers, body }: FakeRequest): FakeAnswer {
    if (headers.get("If-Match") !== `"${log.version}"`) return problem(412, "stale-version");
    return ok(Object.assign(log, JSON.parse(body), { version: log.version + 1 }));
  }

  private withLog(key: string, id: string, then: (log: WorkLog) => FakeAnswer): FakeAnswer {
    const log = this.kept[key]?.find((item) => item.id === id);
    return log ? then(log) : problem(404, "not-found");
  }
}

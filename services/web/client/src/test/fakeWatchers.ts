import { type Handler, ok, problem } from "./fakeAnswers";
import type { FakePmt } from "./fakePmt";

/** Who watches which task of the fake. */
export class FakeWatchers {
  constructor(private readonly pmt: FakePmt) {}

  readonly routes: [string, Handler][] = [
    [
      "GET /api/v1/tasks/([^/]+)/watchers",
      (_, key = "") => ok({ items: this.pmt.watchers[key] ?? [], next: null }),
    ],
    [
      "PUT /api/v1/tasks/([^/]+)/watchers/([^/]+)",
      (_, key = "", userId = "") => {
        if (!this.pmt.users.some(({ id }) => id === userId)) return problem(400, "invalid-request");
        const watcher = { userId, since: new Date().toISOString() };
        this.pmt.watchers[key] = [...this.without(key, userId), watcher];
        return ok(watcher);
      },
    ],
    [
      "DELETE /api/v1/tasks/([^/]+)/watchers/([^/]+)",
      (_, key = "", userId = "") => {
        this.pmt.watchers[key] = this.without(key, userId);
        return { status: 204 };
      },
    ],
  ];

  private without(key: string, userId: string) {
    return (this.pmt.watchers[key] ?? []).filter((watcher) => watcher.userId !== userId);
  }
}

import type { Flag, FlagChanges, FlagRule } from "~/shared/api/generated/gateway";
import { type FakeAnswer, type FakeRequest, type Handler, ok, problem } from "./fakeAnswers";
import type { FakePmt } from "./fakePmt";

const at = "2026-11-20T09:00:00Z";

/** The flags of the fake's edge: on for whom they name, or for everybody at 100 percent. */
export class FakeFlags {
  kept = true;
  items: Flag[] = [];
  changes: Record<string, FlagChanges["items"]> = {};

  constructor(private readonly pmt: FakePmt) {}

  /** Makes a flag, as somebody else at the terminal would. */
  add(key: string, rule: FlagRule, more: Partial<Flag> = {}): Flag {
    const flag: Flag = { ...flagOf(key, rule, 1, "admin socket: root"), ...more };
    this.items.push(flag);
    return flag;
  }

  /** The flags that are on for the signed-in person. */
  on(): string[] {
    const me = this.pmt.me?.id ?? "";
    return this.items
      .filter(
        ({ enabled, rollout: { percent, users } }) => enabled && (percent === 100 || users.includes(me)),
      )
      .map(({ key }) => key);
  }

  readonly routes: [string, Handler][] = [
    ["GET /api/v1/admin/flags", () => ok({ kept: this.kept, items: this.items })],
    ["GET /api/v1/admin/flags/([^/]+)/history", (_, key = "") => ok({ items: this.changes[key] ?? [] })],
    ["PUT /api/v1/admin/flags/([^/]+)", (request, key = "") => this.put(request, key)],
    ["DELETE /api/v1/admin/flags/([^/]+)", (request, key = "") => this.remove(request, key)],
  ];

  private put({ headers, body }: FakeRequest, key: string): FakeAnswer {
    const before = this.items.find((item) => item.key === key);
    const expected = headers.get("If-None-Match") === "*" ? null : headers.get("If-Match");
    if (expected !== (before ? `"${before.version}"` : null)) return problem(412, "stale-version");
    const flag = flagOf(key, JSON.parse(body), (before?.version ?? 0) + 1, `user ${this.pmt.me?.id}`);
    this.note(key, before ?? null, flag);
    this.items = [...this.items.filter((item) => item !== before), flag];
    return ok(flag);
  }

  private remove({ headers }: FakeRequest, key: string): FakeAnswer {
    const before = this.items.find((item) => item.key === key);
    if (!before) return problem(404, "flag-not-found");
    if (headers.get("If-Match") !== `"${before.version}"`) return problem(412, "stale-version");
    this.note(key, before, null);
    this.items = this.items.filter((item) => item !== before);
    return { status: 204 };
  }

  private note(key: string, before: FlagRule | null, after: FlagRule | null): void {
    const who = `user ${this.pmt.me?.id}`;
    this.changes[key] = [{ at, who, before, after }, ...(this.changes[key] ?? [])];
  }
}

function flagOf(key: string, rule: FlagRule, version: number, changedBy: string): Flag {
  const { percent = 0, admins = false, users = [] } = rule.rollout ?? {};
  return {
    key,
    description: rule.description,
    enabled: rule.enabled ?? false,
    rollout: { percent, admins, users },
    expires: rule.expires ?? null,
    version,
    changedAt: at,
    changedBy,
    overdue: false,
    routes: [],
  };
}

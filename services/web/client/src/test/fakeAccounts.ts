import type { ApiToken, NewApiToken, Session, User } from "~/shared/api/generated/auth";
import { type FakeAnswer, type Handler, ok, problem } from "./fakeAnswers";
import type { FakePmt } from "./fakePmt";

const at = "2026-11-20T09:00:00Z";
const agent = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

/** What the accounts of the fake hold beside the people. */
export class FakeAccounts {
  password = "correct horse";
  sessions: Session[] = [
    { id: "here", createdAt: at, lastUsedAt: at, userAgent: agent, current: true },
    {
      id: "there",
      createdAt: at,
      lastUsedAt: at,
      userAgent: "Mozilla (iPhone) Safari/605.1",
      current: false,
    },
  ];
  tokens: ApiToken[] = [];

  constructor(private readonly pmt: FakePmt) {}

  readonly routes: [string, Handler][] = [
    ["GET /api/v1/users", () => ok({ items: this.pmt.users, next: null })],
    ["POST /api/v1/users", (request) => this.createUser(JSON.parse(request.body))],
    ["GET /api/v1/users/me", () => this.withMe(taggedUser)],
    ["PATCH /api/v1/users/me", (r) => this.withMe((me) => this.patch(me, r.headers, r.body))],
    ["POST /api/v1/users/me/password", (r) => this.changePassword(JSON.parse(r.body))],
    ["GET /api/v1/users/me/sessions", () => ok({ items: this.sessions, next: null })],
    [
      "DELETE /api/v1/users/me/sessions",
      () => {
        this.sessions = [];
        return { status: 204 };
      },
    ],
    [
      "DELETE /api/v1/users/me/sessions/([^/]+)",
      (_, id) => {
        this.sessions = this.sessions.filter((session) => session.id !== id);
        return { status: 204 };
      },
    ],
    ["GET /api/v1/users/me/tokens", () => ok({ items: this.tokens, next: null })],
    ["POST /api/v1/users/me/tokens", (r) => this.createToken(JSON.parse(r.body))],
    [
      "DELETE /api/v1/users/me/tokens/([^/]+)",
      (_, id) => {
        this.tokens = this.tokens.filter((token) => token.id !== id);
        return { status: 204 };
      },
    ],
    [
      "PATCH /api/v1/users/([^/]+)",
      (r, id) => this.withUser(id, (user) => this.patch(user, r.headers, r.body)),
    ],
    [
      "POST /api/v1/users/([^/]+)/deactivate",
      (_, id) => this.withUser(id, (user) => change(user, { active: false })),
    ],
    [
      "POST /api/v1/users/([^/]+)/activate",
      (_, id) => this.withUser(id, (user) => change(user, { active: true })),
    ],
    [
      "POST /api/v1/users/([^/]+)/reset-link",
      () => ok({ url: "http://localhost:8080/auth/link/reset", expiresAt: "2026-11-27T09:00:00Z" }),
    ],
  ];

  private withMe(then: (user: User) => FakeAnswer): FakeAnswer {
    return this.withUser(this.pmt.me?.id, then);
  }

  private withUser(id: string | undefined, then: (user: User) => FakeAnswer): FakeAnswer {
    const user = this.pmt.users.find((item) => item.id === id);
    return user ? then(user) : problem(404, "user-not-found");
  }

  private createUser({ name, email, role }: { name: string; email: string; role: User["role"] }): FakeAnswer {
    if (this.pmt.users.some((user) => user.email === email)) return problem(409, "email-taken");
    const user: User = { id: `u-${this.pmt.users.length}`, name, email, role, active: false, version: 1 };
    this.pmt.users.push(user);
    const oneTimeLink = { url: "http://localhost:8080/auth/link/secret", expiresAt: "2026-11-27T09:00:00Z" };
    return { status: 201, body: { user, oneTimeLink } };
  }

  private patch(user: User, headers: Headers, body: string): FakeAnswer {
    if (headers.get("If-Match") !== `"${user.version}"`) return problem(412, "stale-version");
    return change(user, JSON.parse(body));
  }

  private changePassword({ current, new: wanted }: { current: string; new: string }): FakeAnswer {
    if (current !== this.password) return problem(400, "wrong-password");
    if (wanted.length < 10) {
      const errors = [{ field: "new", message: "must have at least 10 characters" }];
      return { status: 400, body: { status: 400, code: "invalid-request", title: "Bad Request", errors } };
    }
    this.password = wanted;
    this.sessions = this.sessions.filter(({ current: isHere }) => isHere);
    return { status: 204 };
  }

  private createToken({ name, scopes, expiresAt }: NewApiToken): FakeAnswer {
    const id = `token-${this.tokens.length + 1}`;
    const token = { id, name, scopes, createdAt: at, expiresAt: expiresAt ?? at, lastUsedAt: null };
    this.tokens.push(token);
    return { status: 201, body: { ...token, token: "pmt_secret" } };
  }
}

function change(user: User, part: Partial<User>): FakeAnswer {
  Object.assign(user, part, { version: user.version + 1 });
  return taggedUser(user);
}

function taggedUser(user: User): FakeAnswer {
  return { status: 200, headers: { ETag: `"${user.version}"` }, body: { ...user } };
}

import type { Comment } from "~/shared/api/generated/api";
import { type FakeAnswer, type FakeRequest, type Handler, ok, problem } from "./fakeAnswers";
import type { FakePmt } from "./fakePmt";

/** What is said about the tasks of the fake. */
export class FakeComments {
  readonly said: Record<string, Comment[]> = {};
  private count = 0;

  constructor(private readonly pmt: FakePmt) {}

  readonly routes: [string, Handler][] = [
    ["GET /api/v1/tasks/([^/]+)/comments", (_, key = "") => ok({ items: this.said[key] ?? [], next: null })],
    [
      "POST /api/v1/tasks/([^/]+)/comments",
      ({ body }, key = "") => ({
        status: 201,
        body: this.say(key, JSON.parse(body).text, this.pmt.me?.id ?? ""),
      }),
    ],
    [
      "PATCH /api/v1/tasks/([^/]+)/comments/([^/]+)",
      (request, key = "", id = "") => this.withComment(key, id, (comment) => this.edit(comment, request)),
    ],
    [
      "DELETE /api/v1/tasks/([^/]+)/comments/([^/]+)",
      (_, key = "", id = "") =>
        this.withComment(key, id, (comment) => {
          this.said[key] = (this.said[key] ?? []).filter((item) => item !== comment);
          return { status: 204 };
        }),
    ],
    [
      "PUT /api/v1/tasks/([^/]+)/comments/([^/]+)/reactions/([^/]+)",
      (_, key = "", id = "", emoji = "") =>
        this.withComment(key, id, (comment) => ok(this.react(comment, emoji))),
    ],
    [
      "DELETE /api/v1/tasks/([^/]+)/comments/([^/]+)/reactions/([^/]+)",
      (_, key = "", id = "", emoji = "") =>
        this.withComment(key, id, (comment) => {
          this.react(comment, emoji, this.pmt.me?.id, false);
          return { status: 204 };
        }),
    ],
  ];

  /** Adds a comment; its time is now unless told otherwise. */
  say(key: string, text: string, authorId: string, createdAt = new Date().toISOString()): Comment {
    const id = `c-${++this.count}`;
    const comment: Comment = { id, authorId, text, createdAt, editedAt: null, reactions: [], version: 1 };
    this.said[key] = [...(this.said[key] ?? []), comment];
    return comment;
  }

  /** Has somebody answer a comment, or no longer. */
  react(comment: Comment, emoji: string, userId = this.pmt.me?.id ?? "", holds = true): Comment {
    const known = comment.reactions.find((reaction) => reaction.emoji === emoji);
    const others = (known?.userIds ?? []).filter((id) => id !== userId);
    const userIds = holds ? [...others, userId] : others;
    const rest = comment.reactions.filter((reaction) => reaction !== known);
    comment.reactions = userIds.length > 0 ? [...rest, { emoji, userIds }] : rest;
    return comment;
  }

  private edit(comment: Comment, { headers, body }: FakeRequest): FakeAnswer {
    if (headers.get("If-Match") !== `"${comment.version}"`) return problem(412, "stale-version");
    const changes = { ...JSON.parse(body), editedAt: new Date().toISOString(), version: comment.version + 1 };
    return ok(Object.assign(comment, changes));
  }

  private withComment(key: string, id: string, then: (comment: Comment) => FakeAnswer): FakeAnswer {
    const comment = this.said[key]?.find((item) => item.id === id);
    return comment ? then(comment) : problem(404, "not-found");
  }
}

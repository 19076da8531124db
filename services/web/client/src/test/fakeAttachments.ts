import type { Attachment } from "~/shared/api/generated/api";
import { type Handler, ok, problem } from "./fakeAnswers";

/** The files at the tasks of the fake. */
export class FakeAttachments {
  readonly kept: Record<string, Attachment[]> = {};
  mostBytes = 1_000_000;
  private count = 0;

  readonly routes: [string, Handler][] = [
    [
      "GET /api/v1/tasks/([^/]+)/attachments",
      (_, key = "") => ok({ items: this.kept[key] ?? [], most: 100, mostBytes: this.mostBytes }),
    ],
    [
      "DELETE /api/v1/tasks/([^/]+)/attachments/([^/]+)",
      (_, key = "", id = "") => {
        const others = (this.kept[key] ?? []).filter((item) => item.id !== id);
        if (others.length === this.kept[key]?.length) return problem(404, "not-found");
        this.kept[key] = others;
        return { status: 204 };
      },
    ],
  ];

  /** Adds a file to a task. */
  keep(key: string, name: string, addedById: string, mediaType = "application/octet-stream"): Attachment {
    const id = `0199f0e8-6d2e-74ff-8c35-${String(++this.count).padStart(12, "0")}`;
    const addedAt = new Date().toISOString();
    const attachment = { id, name, mediaType, size: 18_231, sha256: "0".repeat(64), addedById, addedAt };
    this.kept[key] = [...(this.kept[key] ?? []), attachment];
    return attachment;
  }
}

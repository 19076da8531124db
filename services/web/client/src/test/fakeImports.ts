import { type FakeAnswer, type FakeRequest, type Handler, ok, problem } from "./fakeAnswers";
import type { FakePmt } from "./fakePmt";

/** The doors of imports. */
export class FakeImports {
  constructor(private readonly pmt: FakePmt) {}

  readonly routes: [string, Handler][] = [
    ["GET /api/v1/imports", () => ok({ items: this.pmt.imports, next: null })],
    ["POST /api/v1/imports/preview", (request) => this.preview(request)],
    ["GET /api/v1/imports/([^/]+)", (_, id = "") => this.readImport(id)],
    ["GET /api/v1/imports/([^/]+)/errors", () => ok({ items: [rejected], next: null })],
  ];

  private preview({ query }: FakeRequest): FakeAnswer {
    const map = new Map(query.getAll("map").map((pair) => [pair.split("=")[0], pair.split("=")[1]]));
    const field = (column: string, own: string) => {
      for (const [name, mapped] of map) if (mapped === column) return name;
      return map.get(own) === "" ? null : own;
    };
    const columns = [
      { name: "issuekey", field: field("issuekey", "key"), sample: "WEB-7" },
      { name: "title", field: field("title", "title"), sample: "Fix the login page" },
      { name: "storypoint", field: field("storypoint", "points"), sample: "3" },
    ];
    const missing = ["key", "title"].filter((name) => !columns.some((column) => column.field === name));
    const rows = [{ line: 2, cells: ["WEB-7", "Fix the login page", "3"] }];
    return ok({ delimiter: ",", columns, missing, rowsSeen: 1, rows, errors: [], error: null });
  }

  private readImport(id: string): FakeAnswer {
    const item = this.pmt.imports.find((one) => one.id === id);
    return item ? ok(item) : problem(404, "not-found");
  }
}

const rejected = { line: 4, key: "WEB-9", field: "storypoint", message: "storypoint must be a number: many" };

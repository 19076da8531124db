import { type FakeAnswer, type FakeRequest, type Handler, ok, problem } from "./fakeAnswers";
import type { FakePmt } from "./fakePmt";

/** The doors of imports. */
export class FakeImports {
  /** Whether the api is one that tells the fields of the first release alone. */
  olderImports = false;

  constructor(private readonly pmt: FakePmt) {}

  readonly routes: [string, Handler][] = [
    ["GET /api/v1/imports", () => ok({ items: this.pmt.imports, next: null })],
    ["POST /api/v1/imports/preview", (request) => this.preview(request)],
    ["GET /api/v1/imports/([^/]+)", (_, id = "") => this.readImport(id)],
    ["GET /api/v1/imports/([^/]+)/errors", () => ok({ items: [rejected], next: null })],
  ];

  private preview({ query }: FakeRequest): FakeAnswer {
    const map = new Map(
      query.getAll("map").map((pair): [string, string] => {
        const [field = "", column = ""] = pair.split("=");
        return [field, column];
      }),
    );
    const field = (column: string, own: string) => {
      for (const [name, mapped] of map) if (mapped === column) return name;
      return map.get(own) === "" ? null : own;
    };
    const column = (name: string, own: string, sample: string) => {
      const fills = field(name, own);
      if (this.olderImports || fills === null) return { name, field: fills, sample };
      return { name, field: later.includes(fills) ? null : fills, sample, fills };
    };
    const columns = [
      column("issuekey", "key", "WEB-7"),
      column("title", "title", "Fix the login page"),
      column("storypoint", "points", "3"),
      ...(this.olderImports ? [] : [column("Due date", "due", "04/Mar/26"), this.custom(map)]),
    ];
    const missing = ["key", "title"].filter((name) => !columns.some((column) => column.field === name));
    const rows = [{ line: 2, cells: columns.map(({ sample }) => sample) }];
    return ok({ delimiter: ",", columns, missing, rowsSeen: 1, rows, errors: [], error: null });
  }

  /** A column called like a custom field fills it, unless the mapping names another field. */
  private custom(map: Map<string, string>) {
    const column = { name: "Custom field (Tier)", field: null, sample: "Gold" };
    for (const [fills, mapped] of map) if (mapped === column.name) return { ...column, fills };
    return { ...column, customField: "Tier" };
  }

  private readImport(id: string): FakeAnswer {
    const item = this.pmt.imports.find((one) => one.id === id);
    return item ? ok(item) : problem(404, "not-found");
  }
}

/** Fields that the first release did not know. */
const later = ["start", "due", "estimate"];

const rejected = { line: 4, key: "WEB-9", field: "storypoint", message: "storypoint must be a number: many" };

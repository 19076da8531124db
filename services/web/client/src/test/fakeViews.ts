import type { View } from "~/shared/api/generated/api";
import { type FakeAnswer, type FakeRequest, type Handler, ok, problem } from "./fakeAnswers";
import type { FakePmt } from "./fakePmt";

const at = "2026-11-20T09:00:00Z";

/** The saved views of projects. */
export class FakeViews {
  private readonly of = new Map<string, View[]>();

  constructor(private readonly pmt: FakePmt) {}

  readonly routes: [string, Handler][] = [
    ["GET /api/v1/projects/([^/]+)/views", (_, key = "") => ok({ items: this.in(key), next: null })],
    [
      "POST /api/v1/projects/([^/]+)/views",
      (request, key = "") => this.create(key, JSON.parse(request.body)),
    ],
    ["PATCH /api/v1/projects/([^/]+)/views/([^/]+)", (r, key = "", id = "") => this.change(key, id, r)],
    ["DELETE /api/v1/projects/([^/]+)/views/([^/]+)", (_, key = "", id = "") => this.remove(key, id)],
  ];

  /** The views of a project, to look at. */
  in(key: string): View[] {
    return this.of.get(key) ?? [];
  }

  /** Adds a view of the signed-in person. */
  add(key: string, name: string, more: Partial<View> = {}): View {
    const view: View = {
      id: `v-${this.in(key).length + 1}`,
      name,
      query: "",
      columns: null,
      shared: false,
      ownerId: this.pmt.me?.id ?? "",
      createdAt: at,
      updatedAt: at,
      version: 1,
      ...more,
    };
    this.of.set(key, [...this.in(key), view]);
    return view;
  }

  private create(key: string, wanted: Partial<View> & { name: string }): FakeAnswer {
    if (this.in(key).some(({ name }) => name === wanted.name)) return problem(409, "view-name-taken");
    return { status: 201, body: this.add(key, wanted.name, wanted) };
  }

  private change(key: string, id: string, { headers, body }: FakeRequest): FakeAnswer {
    const view = this.in(key).find((one) => one.id === id);
    if (!view) return problem(404, "not-found");
    if (headers.get("If-Match") !== `"${view.version}"`) return problem(412, "stale-version");
    Object.assign(view, JSON.parse(body), { version: view.version + 1 });
    return ok({ ...view });
  }

  private remove(key: string, id: string): FakeAnswer {
    this.of.set(
      key,
      this.in(key).filter((one) => one.id !== id),
    );
    return { status: 204 };
  }
}

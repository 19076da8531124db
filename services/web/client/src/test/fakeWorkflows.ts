import type { NewStatuses, NewWorkflow, Transitions, Workflow } from "~/shared/api/generated/api";
import { type FakeAnswer, type FakeRequest, type Handler, ok, problem } from "./fakeAnswers";
import type { FakePmt } from "./fakePmt";

/** The statuses of projects, and where tasks may go from each; everywhere, until it is said otherwise. */
export class FakeWorkflows {
  /** The statuses that may follow, by the project and the status before. */
  readonly next = new Map<string, string[]>();

  constructor(private readonly pmt: FakePmt) {}

  readonly routes: [string, Handler][] = [
    ["GET /api/v1/projects/([^/]+)/workflow", (_, key = "") => this.read(key)],
    ["PUT /api/v1/projects/([^/]+)/workflow", (r, key = "") => this.write(key, r)],
    ["PUT /api/v1/projects/([^/]+)/statuses", (r, key = "") => this.putStatuses(key, r)],
  ];

  private read(key: string): FakeAnswer {
    return this.pmt.withProject(key, ({ statuses, version }) => {
      const ids = statuses.map(({ id }) => id);
      const transitions: Transitions[] = ids.map((from) => ({
        from,
        to: ids.filter((to) => to !== from && (this.next.get(`${key} ${from}`)?.includes(to) ?? true)),
      }));
      const workflow: Workflow = { transitions, version };
      return ok(workflow);
    });
  }

  private write(key: string, { headers, body }: FakeRequest): FakeAnswer {
    return this.pmt.withProject(key, (project) => {
      if (headers.get("If-Match") !== `"${project.version}"`) return problem(412, "stale-version");
      const { transitions }: NewWorkflow = JSON.parse(body);
      for (const { from, to } of transitions) this.next.set(`${key} ${from}`, to);
      project.version++;
      return this.read(key);
    });
  }

  private putStatuses(key: string, { headers, body }: FakeRequest): FakeAnswer {
    return this.pmt.withProject(key, (project) => {
      if (headers.get("If-Match") !== `"${project.version}"`) return problem(412, "stale-version");
      const { statuses }: NewStatuses = JSON.parse(body);
      const isGone = (id: string) => statuses.every((status) => status.id !== id);
      if (this.pmt.tasks.some(({ projectKey, statusId }) => projectKey === key && isGone(statusId)))
        return problem(409, "status-in-use");
      project.statuses = statuses.map(({ id, name, category, wipLimit = null }) => ({
        id: id ?? `s-${name}`,
        name,
        category,
        wipLimit,
      }));
      project.version++;
      return ok({ ...project });
    });
  }
}

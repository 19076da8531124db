import type {
  CustomField,
  CustomFieldOption,
  CustomFieldType,
  NewCustomFields,
  Task,
} from "~/shared/api/generated/api";
import { type FakeAnswer, type FakeRequest, type Handler, ok, problem } from "./fakeAnswers";
import type { FakePmt } from "./fakePmt";

/** The fields that projects add to their tasks. */
export class FakeCustomFields {
  private readonly of = new Map<string, CustomField[]>();

  constructor(private readonly pmt: FakePmt) {}

  readonly routes: [string, Handler][] = [
    ["GET /api/v1/projects/([^/]+)/custom-fields", (_, key = "") => this.read(key)],
    ["PUT /api/v1/projects/([^/]+)/custom-fields", (request, key = "") => this.write(key, request)],
  ];

  /** The fields of a project, to look at. */
  in(key: string): CustomField[] {
    return this.of.get(key) ?? [];
  }

  /** Adds a field; its options, named or told more of, have the ids `o-` and their names. */
  add(
    key: string,
    id: string,
    name: string,
    type: CustomFieldType,
    options: (string | Omit<CustomFieldOption, "id">)[] = [],
  ): CustomField {
    const made = options.map((option) => {
      const told = typeof option === "string" ? { name: option } : option;
      return { id: `o-${told.name}`, ...told };
    });
    const field: CustomField = { id, name, type, options: made, archived: false };
    this.of.set(key, [...this.in(key), field]);
    return field;
  }

  /** Orders tasks by the custom field that a query ends with; those without a value come last. */
  order(key: string, query: string, tasks: Task[]): void {
    const [, name, way] = /ORDER BY "?([^"]+?)"?( DESC)?$/u.exec(query) ?? [];
    const field = this.in(key).find((one) => one.name.toLowerCase() === name?.toLowerCase());
    if (!field) return;
    const place = ({ customFields: { [field.id]: value } }: Task): string | undefined =>
      field.type === "select" && value !== undefined
        ? String(field.options.findIndex(({ id }) => id === value))
        : value?.toString();
    tasks.sort((a, b) => {
      const [one, other] = [place(a), place(b)];
      if (one === undefined || other === undefined)
        return Number(one === undefined) - Number(other === undefined);
      const by = one.localeCompare(other, undefined, { numeric: true });
      return way ? -by : by;
    });
  }

  private read(key: string): FakeAnswer {
    return this.pmt.withProject(key, ({ version }) => ok({ fields: this.in(key), version }));
  }

  private write(key: string, { headers, body }: FakeRequest): FakeAnswer {
    return this.pmt.withProject(key, (project) => {
      if (headers.get("If-Match") !== `"${project.version}"`) return problem(412, "stale-version");
      const { fields }: NewCustomFields = JSON.parse(body);
      const isGone = (id: string) => fields.every((field) => field.id !== id);
      if (this.pmt.tasks.some(({ customFields }) => Object.keys(customFields).some(isGone)))
        return problem(409, "custom-field-in-use");
      this.of.set(
        key,
        fields.map(({ id, name, type, options, archived }) => ({
          id: id ?? `f-${name}`,
          name,
          type,
          options: (options ?? []).map(({ id, name, leadId, releasesOn, released }) => ({
            id: id ?? `o-${name}`,
            name,
            ...(leadId ? { leadId } : {}),
            ...(releasesOn ? { releasesOn } : {}),
            ...(released ? { released } : {}),
          })),
          archived: archived ?? false,
        })),
      );
      project.version++;
      return this.read(key);
    });
  }
}

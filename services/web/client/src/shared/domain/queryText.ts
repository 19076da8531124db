import type { TaskType } from "~/shared/api/generated/api";
import { taskTypes } from "./names";
import { bare, quoted, split, tokens } from "./queryTokens";
import { everything, type TaskFilter } from "./taskFilter";

/** What a query names by words and a filter by ids. */
type Names = {
  statuses: readonly { id: string; name: string }[];
  people: readonly { id: string; name: string }[];
};

type Chip = Partial<TaskFilter>;

/** The filter with what its query asks for in a way that a filter can show; the query stays whole. */
export function withQueried(filter: TaskFilter, names: Names): TaskFilter {
  return split(filter.query).parts.reduce((sum, part) => merged(sum, chipOf(part, names)), filter);
}

/** The filter as a query alone: the conditions that a filter can show are those of `wanted`, the others stay. */
export function asQuery(query: string, wanted: TaskFilter, names: Names): TaskFilter {
  const { parts, order } = split(query);
  const others = parts.filter((part) => Object.keys(chipOf(part, names)).length === 0);
  const clauses = [...others, ...clausesOf(wanted, names)];
  return { ...everything, query: [clauses.join(" AND "), order].filter(Boolean).join(" ") };
}

/** What one condition says as a filter; nothing when a filter cannot say it. */
function chipOf(part: string, { statuses, people }: Names): Chip {
  const [field = "", operator = "", ...rest] = tokens(part).map(({ text }) => text);
  const values = rest.filter((text) => !["(", ")", ","].includes(text)).map(bare);
  const [first = ""] = values;
  const isOne = operator === "=" && rest.length === 1;
  const isSome = isOne || (operator.toLowerCase() === "in" && rest[0] === "(" && rest.at(-1) === ")");
  const known = <V>(found: (V | undefined)[]) =>
    found.filter((value): value is V & {} => value !== undefined);
  switch (field.toLowerCase()) {
    case "type": {
      const types = known<TaskType>(
        values.map((value) => taskTypes.find((type) => type === value.toLowerCase())),
      );
      return isSome && types.length === values.length ? { types } : {};
    }
    case "status": {
      const ids = known(values.map((value) => statuses.find((status) => isSame(status.name, value))?.id));
      return isSome && ids.length === values.length ? { statuses: ids } : {};
    }
    case "assignee": {
      if (operator.toLowerCase() === "is" && isSame(first, "empty") && rest.length === 1)
        return { assignee: "none" };
      const found = people.filter(({ id, name }) => id === first || isSame(name, first));
      const assignee = isSame(first, "me") ? "me" : found.length === 1 ? found[0]?.id : undefined;
      return isOne && assignee ? { assignee } : {};
    }
    case "labels":
      return isOne && first ? { labels: [first] } : {};
    case "title":
      return operator === "~" && rest.length === 1 ? { text: first } : {};
    default:
      return {};
  }
}

function merged(filter: TaskFilter, chip: Chip): TaskFilter {
  return { ...filter, ...chip, labels: [...new Set([...filter.labels, ...(chip.labels ?? [])])] };
}

function clausesOf(wanted: TaskFilter, { statuses, people }: Names): string[] {
  const statusNames = wanted.statuses.map((id) => statuses.find((status) => status.id === id)?.name ?? id);
  const same = people.filter(({ name }) => name === people.find(({ id }) => id === wanted.assignee)?.name);
  const assignee = same.length === 1 ? (same[0]?.name ?? "") : wanted.assignee;
  return [
    ...(wanted.text.trim() ? [`title ~ ${quoted(wanted.text.trim())}`] : []),
    ...oneOf("type", wanted.types),
    ...oneOf("status", statusNames),
    ...(wanted.assignee === "none"
      ? ["assignee IS EMPTY"]
      : assignee
        ? [`assignee = ${quoted(assignee)}`]
        : []),
    ...wanted.labels.map((label) => `labels = ${quoted(label)}`),
  ];
}

function oneOf(field: string, values: readonly string[]): string[] {
  if (values.length === 0) return [];
  const texts = values.map(quoted);
  return [values.length === 1 ? `${field} = ${texts[0]}` : `${field} IN (${texts.join(", ")})`];
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

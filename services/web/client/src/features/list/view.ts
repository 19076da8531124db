import type { CustomField, CustomFieldType } from "~/shared/api/generated/api";
import { listOf } from "~/shared/domain/taskFilter";

/** The columns that can be chosen; key and title are always there. */
export const columns = [
  { id: "type", name: "Type", width: 92 },
  { id: "status", name: "Status", width: 124 },
  { id: "priority", name: "Priority", width: 100 },
  { id: "assignee", name: "Assignee", width: 144 },
  { id: "labels", name: "Labels", width: 148 },
  { id: "points", name: "Points", width: 60 },
  { id: "estimate", name: "Estimate", width: 84 },
  { id: "start", name: "Start", width: 92 },
  { id: "due", name: "Due", width: 100 },
  { id: "created", name: "Created", width: 92 },
  { id: "updated", name: "Changed", width: 92 },
] as const;

export type BuiltInId = (typeof columns)[number]["id"];

/** The name of a custom field's column, as addresses and saved views have it. */
type CustomId = `cf-${string}`;

export type ColumnId = BuiltInId | CustomId;

/** A column that can be chosen. */
export type Column = { id: ColumnId; name: string; width: number; field?: CustomField };

const customWidths: Record<CustomFieldType, number> = {
  text: 148,
  number: 84,
  date: 92,
  select: 124,
  "multi-select": 148,
  component: 148,
  version: 124,
  user: 144,
  url: 148,
};

/** The columns that a project's list can show: custom fields come after what all tasks have, archived ones too. */
export function columnsWith(fields: readonly CustomField[]): Column[] {
  const custom = fields.map(
    (field): Column => ({ id: `cf-${field.id}`, name: field.name, width: customWidths[field.type], field }),
  );
  return [...columns, ...custom];
}

/** The orders of the list beside the board's, by the column that they are of. */
export const orders = {
  updated: { order: "-updated", name: "Last change first", direction: "descending" },
  due: { order: "due", name: "Due soonest first", direction: "ascending" },
} as const;

type Order = "rank" | (typeof orders)[keyof typeof orders]["order"];

/** How the list shows its tasks. */
export type ListView = { order: Order; archived: boolean; columns: readonly ColumnId[] };

/** The view's part of the address; what is as usual is left out. */
export type ViewSearch = {
  sort?: string | undefined;
  archived?: string | undefined;
  columns?: string | undefined;
};

const usual: readonly ColumnId[] = ["status", "priority", "assignee", "labels", "points", "due", "updated"];
const none = "none";
/** The chosen columns in their own order; what is no column's name is left out. */
function inOrder(names: readonly string[]): ColumnId[] {
  const custom = names.filter((name): name is CustomId => name.startsWith("cf-"));
  return [...columns.map(({ id }) => id).filter((id) => names.includes(id)), ...[...new Set(custom)].sort()];
}

/** Reads the view from the address; unknown columns are left out, and columns stand in their own order. */
export function toView({ sort, archived, columns: wanted }: ViewSearch): ListView {
  return {
    order: Object.values(orders).find(({ order }) => order === sort)?.order ?? "rank",
    archived: archived === "true",
    columns: wanted === undefined ? usual : inOrder(listOf(wanted)),
  };
}

/** Writes the view into the address. */
export function toViewSearch({ order, archived, columns: chosen }: ListView): ViewSearch {
  const names = inOrder(chosen).join(",") || none;
  return {
    sort: order === "rank" ? undefined : order,
    archived: archived ? "true" : undefined,
    columns: names === usual.join(",") ? undefined : names,
  };
}

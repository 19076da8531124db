import { listOf } from "~/shared/domain/taskFilter";

/** The columns that can be chosen; key and title are always there. */
export const columns = [
  { id: "type", name: "Type", width: 92 },
  { id: "status", name: "Status", width: 124 },
  { id: "priority", name: "Priority", width: 100 },
  { id: "assignee", name: "Assignee", width: 144 },
  { id: "labels", name: "Labels", width: 148 },
  { id: "points", name: "Points", width: 60 },
  { id: "start", name: "Start", width: 92 },
  { id: "due", name: "Due", width: 100 },
  { id: "created", name: "Created", width: 92 },
  { id: "updated", name: "Changed", width: 92 },
] as const;

export type ColumnId = (typeof columns)[number]["id"];

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
const givenUpFirst: readonly ColumnId[] = [
  "created",
  "start",
  "labels",
  "updated",
  "type",
  "points",
  "due",
  "priority",
  "assignee",
  "status",
];
const fixedWidth = 40 + 112;
const leastTitle = 260;

/** Reads the view from the address; unknown columns are left out, and columns stand in their own order. */
export function toView({ sort, archived, columns: wanted }: ViewSearch): ListView {
  const names = listOf(wanted);
  const chosen = columns.map(({ id }) => id).filter((id) => names.includes(id));
  return {
    order: Object.values(orders).find(({ order }) => order === sort)?.order ?? "rank",
    archived: archived === "true",
    columns: wanted === undefined ? usual : chosen,
  };
}

/** Writes the view into the address. */
export function toViewSearch({ order, archived, columns: chosen }: ListView): ViewSearch {
  const inOrder = columns.map(({ id }) => id).filter((id) => chosen.includes(id));
  const names = inOrder.join(",") || none;
  return {
    sort: order === "rank" ? undefined : order,
    archived: archived ? "true" : undefined,
    columns: names === usual.join(",") ? undefined : names,
  };
}

/** The chosen columns that fit beside a readable title. */
export function fitting(chosen: readonly ColumnId[], width: number): ColumnId[] {
  let shown = [...chosen];
  for (const id of givenUpFirst) {
    if (fixedWidth + leastTitle + widthOf(shown) <= width) break;
    shown = shown.filter((item) => item !== id);
  }
  return shown;
}

/** The grid's tracks: the mark, key, title and the shown columns. */
export function tracks(shown: readonly ColumnId[]): string {
  const rest = columns.filter(({ id }) => shown.includes(id)).map(({ width }) => `${width}px`);
  return ["28px", "112px", "minmax(0, 1fr)", ...rest].join(" ");
}

function widthOf(shown: readonly ColumnId[]): number {
  return columns.reduce((sum, { id, width }) => sum + (shown.includes(id) ? width : 0), 0);
}

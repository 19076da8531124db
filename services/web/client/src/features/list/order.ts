import { isSeveral } from "~/shared/domain/customValues";
import { bare, bodyOf, quoted, split, tokens } from "~/shared/domain/queryTokens";
import type { TaskFilter } from "~/shared/domain/taskFilter";
import { type BuiltInId, type Column, type ListView, orders } from "./view";

/** Which way a column is ordered. */
export type Direction = "ascending" | "descending";

/** By what a list is ordered first: a column, `rank`, or another field that its query names. */
export type Sorted = { by: string; direction: Direction };

/** The parts of the address that say the order: that of the query goes before the view's. */
export type Shown = { filter: TaskFilter; view: ListView };

const asRanked: Sorted = { by: "rank", direction: "ascending" };

/** The ways to order by a column, the usual one first; several options have none. */
export function waysOf({ id, field }: Column): readonly Direction[] {
  if (field) return isSeveral(field.type) ? [] : ["ascending", "descending"];
  const own = orderOf(id);
  return own ? [own.direction] : [];
}

/** What an order by a column is called. */
export function wayName({ id, name }: Column, direction: Direction): string {
  return orderOf(id)?.name ?? `By ${name}${direction === "descending" ? ", backwards" : ""}`;
}

/** How a list is ordered. */
export function sortedBy({ filter, view }: Shown, columns: readonly Column[]): Sorted {
  const [, , field, way] = tokens(split(filter.query).order).map(({ text }) => text);
  if (field === undefined) {
    const own = columns.find(({ id }) => orderOf(id)?.order === view.order);
    return own ? { by: own.id, direction: orderOf(own.id)?.direction ?? "ascending" } : asRanked;
  }
  const name = bare(field).toLowerCase();
  const column = columns.find(({ id, field: own }) => (own?.name ?? id).toLowerCase() === name);
  return { by: column?.id ?? name, direction: way?.toLowerCase() === "desc" ? "descending" : "ascending" };
}

/** What a click on a column's head leads to: one way after the other, then the order of the board. */
export function nextOrder(column: Column, { by, direction }: Sorted): Direction | null {
  const ways = waysOf(column);
  return (by === column.id ? ways[ways.indexOf(direction) + 1] : ways[0]) ?? null;
}

/** The same list in another order; by a custom field a query says it, for the parameter of the list cannot. */
export function ordered({ filter, view }: Shown, column: Column | null, direction: Direction | null): Shown {
  const body = bodyOf(filter.query);
  const own = column && direction ? orderOf(column.id) : undefined;
  const order = column?.field && direction ? `ORDER BY ${quoted(column.field.name)}` : "";
  const text = order && direction === "descending" ? `${order} DESC` : order;
  return {
    filter: { ...filter, query: [body, text].filter(Boolean).join(" ") },
    view: { ...view, order: own?.order ?? "rank" },
  };
}

function orderOf(id: string) {
  return isOrdering(id) ? orders[id] : undefined;
}

function isOrdering(id: string): id is BuiltInId & keyof typeof orders {
  return id in orders;
}

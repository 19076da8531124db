import { useMemo } from "react";
import type { TaskFilter } from "~/shared/domain/taskFilter";
import { type Direction, nextOrder, ordered, type Shown, type Sorted, sortedBy } from "./order";
import type { Column, ListView } from "./view";

/** How a list is ordered, and how another order is chosen. */
export type ListOrder = {
  sorted: Sorted;
  /** Orders by a column, if no other way is said the next one; by none as on the board. */
  orderBy: (column: Column | null, way?: Direction | null) => void;
};

/** The order of a list as its heads and its menu know it. */
export function useListOrder(
  { filter, view }: Shown,
  columns: readonly Column[],
  onView: (view: ListView, filter: TaskFilter) => void,
): ListOrder {
  return useMemo(() => {
    const sorted = sortedBy({ filter, view }, columns);
    return {
      sorted,
      orderBy: (column, way = column && nextOrder(column, sorted)) => {
        const next = ordered({ filter, view }, column, way);
        onView(next.view, next.filter);
      },
    };
  }, [filter, view, columns, onView]);
}

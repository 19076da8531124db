import { DisplayItem } from "~/shared/ui/DisplayMenu";
import { Icon } from "~/shared/ui/Icon";
import { useList } from "./ListContext";
import { wayName, waysOf } from "./order";
import type { ColumnId } from "./view";

/** The orders to choose from: the board's, the usual ones, and those of the custom fields that are shown. */
export function OrderItems({ chosen }: { chosen: readonly ColumnId[] }) {
  const { columns, order } = useList();
  const { by, direction } = order.sorted;
  const offered = columns.filter(({ id, field }) => !field || by === id || chosen.includes(id));
  return (
    <>
      <DisplayItem
        icon={<Icon name="sort" />}
        checked={by === "rank"}
        onSelect={() => (by === "rank" ? null : order.orderBy(null))}
      >
        Order of the board
      </DisplayItem>
      {offered.map((column) => {
        const ways = waysOf(column);
        const now = ways.find((way) => by === column.id && way === direction);
        const [usual] = ways;
        const next = now ? ways.find((way) => way !== now) : usual;
        return usual ? (
          <DisplayItem
            key={column.id}
            icon={<Icon name="sort" />}
            checked={now !== undefined}
            onSelect={() => (next ? order.orderBy(column, next) : null)}
          >
            {wayName(column, now ?? usual)}
          </DisplayItem>
        ) : null;
      })}
    </>
  );
}

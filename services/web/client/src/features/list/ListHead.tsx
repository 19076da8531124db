import { classes } from "~/shared/ui/classes";
import { Icon } from "~/shared/ui/Icon";
import { useList } from "./ListContext";
import { nextOrder, wayName, waysOf } from "./order";
import type { Column } from "./view";

/** The names of the columns; by some of them can be ordered. */
export function ListHead() {
  const { shown } = useList();
  return (
    <div className="list-head" role="row" aria-rowindex={1}>
      <span role="columnheader" className="list-mark">
        <span className="visually-hidden">Selected</span>
      </span>
      <span role="columnheader">Key</span>
      <span role="columnheader">Title</span>
      {shown.map((column) => (
        <Head key={column.id} column={column} />
      ))}
    </div>
  );
}

function Head({ column }: { column: Column }) {
  const { order } = useList();
  const { id, name, field } = column;
  const { by, direction } = order.sorted;
  const isOn = by === id;
  const canOrder = waysOf(column).length > 0;
  const next = nextOrder(column, order.sorted);
  return (
    <span
      role="columnheader"
      aria-sort={isOn ? direction : canOrder ? "none" : undefined}
      title={field && !canOrder ? name : undefined}
      className={classes(
        (id === "points" || field?.type === "number") && "list-number",
        field && !canOrder && "list-named",
      )}
    >
      {canOrder ? (
        <button
          type="button"
          className="list-sort"
          title={next ? wayName(column, next) : "Back to the board's order"}
          onClick={() => order.orderBy(column)}
        >
          <span>{name}</span>
          {isOn ? <Icon name="chevron" /> : null}
        </button>
      ) : (
        name
      )}
    </span>
  );
}

import { classes } from "~/shared/ui/classes";
import { Icon } from "~/shared/ui/Icon";
import { useList } from "./ListContext";
import { type ColumnId, type ListView, orders } from "./view";

type ListHeadProps = { view: ListView; onView: (view: ListView) => void };

/** The names of the columns; by some of them can be ordered. */
export function ListHead({ view, onView }: ListHeadProps) {
  const { shown } = useList();
  return (
    <div className="list-head" role="row" aria-rowindex={1}>
      <span role="columnheader" className="list-mark">
        <span className="visually-hidden">Selected</span>
      </span>
      <span role="columnheader">Key</span>
      <span role="columnheader">Title</span>
      {shown.map(({ id, name, field }) =>
        isOrdering(id) ? (
          <OrderHead key={id} id={id} name={name} view={view} onView={onView} />
        ) : (
          <span
            key={id}
            role="columnheader"
            title={field ? name : undefined}
            className={classes(
              (id === "points" || field?.type === "number") && "list-number",
              field && "list-named",
            )}
          >
            {name}
          </span>
        ),
      )}
    </div>
  );
}

function OrderHead({ id, name, view, onView }: ListHeadProps & { id: keyof typeof orders; name: string }) {
  const own = orders[id];
  const isOn = view.order === own.order;
  return (
    <span role="columnheader" aria-sort={isOn ? own.direction : "none"}>
      <button
        type="button"
        className="list-sort"
        title={isOn ? "Back to the board's order" : own.name}
        onClick={() => onView({ ...view, order: isOn ? "rank" : own.order })}
      >
        {name}
        {isOn ? <Icon name="chevron" /> : null}
      </button>
    </span>
  );
}

function isOrdering(id: ColumnId): id is keyof typeof orders {
  return id in orders;
}

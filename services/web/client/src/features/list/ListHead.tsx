import { Icon } from "~/shared/ui/Icon";
import { useList } from "./ListContext";
import { columns, type ListView } from "./view";

/** The names of the columns; the last change can be ordered by. */
export function ListHead({ view, onView }: { view: ListView; onView: (view: ListView) => void }) {
  const { shown } = useList();
  const byChange = view.order === "-updated";
  return (
    <div className="list-head" role="row" aria-rowindex={1}>
      <span role="columnheader" className="list-mark">
        <span className="visually-hidden">Selected</span>
      </span>
      <span role="columnheader">Key</span>
      <span role="columnheader">Title</span>
      {columns
        .filter(({ id }) => shown.includes(id))
        .map(({ id, name }) =>
          id === "updated" ? (
            <span key={id} role="columnheader" aria-sort={byChange ? "descending" : "none"}>
              <button
                type="button"
                className="list-sort"
                title={byChange ? "Back to the board's order" : "Last change first"}
                onClick={() => onView({ ...view, order: byChange ? "rank" : "-updated" })}
              >
                {name}
                {byChange ? <Icon name="chevron" /> : null}
              </button>
            </span>
          ) : (
            <span key={id} role="columnheader" className={id === "points" ? "list-number" : undefined}>
              {name}
            </span>
          ),
        )}
    </div>
  );
}

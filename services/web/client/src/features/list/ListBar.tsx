import type { Status } from "~/shared/api/generated/api";
import type { QueryFault } from "~/shared/api/problem";
import { toggled } from "~/shared/domain/taskFilter";
import { DisplayItem, DisplayMenu } from "~/shared/ui/DisplayMenu";
import { Icon } from "~/shared/ui/Icon";
import { MenuLine } from "~/shared/ui/Menu";
import { useList } from "./ListContext";
import { type Searched, TaskSearch } from "./TaskSearch";
import { type ListView, orders } from "./view";

type ListBarProps = Searched & {
  statuses: readonly Status[];
  fault: QueryFault | null;
  onView: (view: ListView) => void;
};

const choices = [{ order: "rank", name: "Order of the board" } as const, ...Object.values(orders)];

/** What the list shows, and how. */
export function ListBar({ onView, ...searched }: ListBarProps) {
  return (
    <TaskSearch label="Filter the list" {...searched}>
      <ListDisplay view={searched.view} onView={onView} />
    </TaskSearch>
  );
}

/** Order, archived tasks, and the columns. */
function ListDisplay({ view, onView }: Pick<ListBarProps, "view" | "onView">) {
  const { columns } = useList();
  return (
    <DisplayMenu>
      {choices.map(({ order, name }) => (
        <DisplayItem
          key={order}
          icon={<Icon name="sort" />}
          checked={view.order === order}
          onSelect={() => onView({ ...view, order })}
        >
          {name}
        </DisplayItem>
      ))}
      <DisplayItem
        icon={<Icon name="archive" />}
        several
        checked={view.archived}
        onSelect={() => onView({ ...view, archived: !view.archived })}
      >
        Archived tasks
      </DisplayItem>
      <MenuLine />
      <p className="menu-label">Columns</p>
      {columns.map(({ id, name }) => (
        <DisplayItem
          key={id}
          several
          checked={view.columns.includes(id)}
          onSelect={() => onView({ ...view, columns: toggled(view.columns, id) })}
        >
          {name}
        </DisplayItem>
      ))}
    </DisplayMenu>
  );
}

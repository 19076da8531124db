import type { Status } from "~/shared/api/generated/api";
import type { QueryFault } from "~/shared/api/problem";
import { DisplayItem, DisplayMenu } from "~/shared/ui/DisplayMenu";
import { Icon } from "~/shared/ui/Icon";
import { MenuLine } from "~/shared/ui/Menu";
import { ColumnItems } from "./ColumnItems";
import { OrderItems } from "./OrderItems";
import { type Searched, TaskSearch } from "./TaskSearch";
import type { ListView } from "./view";

type ListBarProps = Searched & {
  statuses: readonly Status[];
  fault: QueryFault | null;
  onView: (view: ListView) => void;
};

/** What the list shows, and how: order, archived tasks, and the columns. */
export function ListBar({ onView, ...searched }: ListBarProps) {
  const { view } = searched;
  return (
    <TaskSearch label="Filter the list" {...searched}>
      <DisplayMenu>
        <OrderItems chosen={view.columns} />
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
        <ColumnItems view={view} onView={onView} />
      </DisplayMenu>
    </TaskSearch>
  );
}

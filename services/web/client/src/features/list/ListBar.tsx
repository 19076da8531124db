import type { Status } from "~/shared/api/generated/api";
import { AssigneeFilter, LabelFilter, StatusFilter, TypeFilter } from "~/shared/domain/TaskFilters";
import { everything, type TaskFilter, toggled, toParameters } from "~/shared/domain/taskFilter";
import { Button } from "~/shared/ui/Button";
import { FilterText } from "~/shared/ui/FilterText";
import { Icon } from "~/shared/ui/Icon";
import { Menu, MenuItem, MenuLine } from "~/shared/ui/Menu";
import { columns, type ListView, orders } from "./view";

type ListBarProps = {
  project: string;
  statuses: readonly Status[];
  filter: TaskFilter;
  view: ListView;
  onFilter: (filter: TaskFilter) => void;
  onView: (view: ListView) => void;
};

const choices = [{ order: "rank", name: "Order of the board" } as const, ...Object.values(orders)];

/** What the list shows, and how. */
export function ListBar({ project, statuses, filter, view, onFilter, onView }: ListBarProps) {
  const parts = { project, filter, onFilter };
  return (
    <search className="filter-bar" aria-label="Filter the list">
      <FilterText text={filter.text} onText={(text) => onFilter({ ...filter, text })} />
      <StatusFilter statuses={statuses} filter={filter} onFilter={onFilter} />
      <AssigneeFilter {...parts} />
      <TypeFilter {...parts} />
      <LabelFilter {...parts} />
      {toParameters(filter) === "" ? null : (
        <Button look="ghost" className="filter-clear" onClick={() => onFilter(everything)}>
          Clear
        </Button>
      )}
      <span className="filter-space" />
      <DisplayMenu view={view} onView={onView} />
    </search>
  );
}

/** Order, archived tasks, and the columns. */
function DisplayMenu({ view, onView }: Pick<ListBarProps, "view" | "onView">) {
  return (
    <Menu
      label="Display"
      triggerClass="button button-secondary"
      align="end"
      trigger={
        <>
          <Icon name="settings" />
          <span className="button-text">Display</span>
        </>
      }
    >
      {() => (
        <>
          {choices.map(({ order, name }) => (
            <MenuItem
              key={order}
              icon={<Icon name="sort" />}
              checked={view.order === order}
              hint={view.order === order ? <Icon name="check" /> : null}
              onSelect={() => onView({ ...view, order })}
            >
              {name}
            </MenuItem>
          ))}
          <MenuItem
            icon={<Icon name="archive" />}
            checked={view.archived}
            several
            hint={view.archived ? <Icon name="check" /> : null}
            onSelect={() => onView({ ...view, archived: !view.archived })}
          >
            Archived tasks
          </MenuItem>
          <MenuLine />
          <p className="menu-label">Columns</p>
          {columns.map(({ id, name }) => (
            <MenuItem
              key={id}
              several
              checked={view.columns.includes(id)}
              hint={view.columns.includes(id) ? <Icon name="check" /> : null}
              onSelect={() => onView({ ...view, columns: toggled(view.columns, id) })}
            >
              {name}
            </MenuItem>
          ))}
        </>
      )}
    </Menu>
  );
}

import type { Status } from "~/shared/api/generated/api";
import type { QueryFault } from "~/shared/api/problem";
import { AssigneeFilter, LabelFilter, StatusFilter, TypeFilter } from "~/shared/domain/TaskFilters";
import { type TaskFilter, toggled, toParameters } from "~/shared/domain/taskFilter";
import { Button } from "~/shared/ui/Button";
import { FilterText } from "~/shared/ui/FilterText";
import { Icon } from "~/shared/ui/Icon";
import { Menu, MenuItem, MenuLine } from "~/shared/ui/Menu";
import { QueryBox } from "./QueryBox";
import { SavedViews } from "./SavedViews";
import { useQueryChips } from "./useQueryChips";
import { columns, type ListView, orders } from "./view";
import type { OpenView } from "./viewContent";

type ListBarProps = {
  project: string;
  statuses: readonly Status[];
  fault: QueryFault | null;
  filter: TaskFilter;
  view: ListView;
  savedView: OpenView;
  onFilter: (filter: TaskFilter) => void;
  onView: (view: ListView) => void;
};

const choices = [{ order: "rank", name: "Order of the board" } as const, ...Object.values(orders)];

/** What the list shows, and how. */
export function ListBar(props: ListBarProps) {
  const { project, statuses, fault, filter, view, savedView, onFilter, onView } = props;
  const { chips, onChips, onQuery, onClear } = useQueryChips(filter, statuses, onFilter);
  const parts = { project, filter: chips, onFilter: onChips };
  return (
    <search aria-label="Filter the list">
      <QueryBox project={project} query={filter.query} fault={fault} onQuery={onQuery} />
      <div className="filter-bar">
        <FilterText text={chips.text} onText={(text) => onChips({ ...chips, text })} hasKey={false} />
        <StatusFilter statuses={statuses} filter={chips} onFilter={onChips} />
        <AssigneeFilter {...parts} />
        <TypeFilter {...parts} />
        <LabelFilter {...parts} />
        {toParameters(filter) === "" ? null : (
          <Button look="ghost" className="filter-clear" onClick={onClear}>
            Clear
          </Button>
        )}
        <span className="filter-space" />
        <SavedViews project={project} filter={filter} view={view} saved={savedView} />
        <DisplayMenu view={view} onView={onView} />
      </div>
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

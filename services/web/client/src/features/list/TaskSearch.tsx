import type { ReactNode } from "react";
import type { Status } from "~/shared/api/generated/api";
import type { QueryFault } from "~/shared/api/problem";
import { AssigneeFilter, LabelFilter, StatusFilter, TypeFilter } from "~/shared/domain/TaskFilters";
import { type TaskFilter, toParameters } from "~/shared/domain/taskFilter";
import { Button } from "~/shared/ui/Button";
import { FilterText } from "~/shared/ui/FilterText";
import { QueryBox } from "./QueryBox";
import { SavedViews } from "./SavedViews";
import { useQueryChips } from "./useQueryChips";
import type { ListView } from "./view";
import type { OpenView } from "./viewContent";

/** What is searched for, and where it is kept. */
export type Searched = {
  project: string;
  filter: TaskFilter;
  view: ListView;
  savedView: OpenView;
  onFilter: (filter: TaskFilter) => void;
};

type TaskSearchProps = Searched & {
  label: string;
  statuses: readonly Status[];
  fault: QueryFault | null;
  children: ReactNode;
};

/** Which tasks are shown: the query, its chips, and the saved views; how they are shown follows as children. */
export function TaskSearch(props: TaskSearchProps) {
  const { label, project, statuses, fault, filter, view, savedView, onFilter, children } = props;
  const { chips, onChips, onQuery, onClear } = useQueryChips(filter, statuses, onFilter);
  const parts = { project, filter: chips, onFilter: onChips };
  return (
    <search aria-label={label}>
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
        {children}
      </div>
    </search>
  );
}

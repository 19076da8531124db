import { useQuery } from "@tanstack/react-query";
import { projectQuery } from "~/shared/api/projects";
import { Others } from "~/shared/domain/Others";
import { SprintFilter } from "~/shared/domain/SprintFilter";
import { AssigneeFilter, LabelFilter, TypeFilter } from "~/shared/domain/TaskFilters";
import { everything, type TaskFilter, toParameters } from "~/shared/domain/taskFilter";
import { Button } from "~/shared/ui/Button";
import { FilterText } from "~/shared/ui/FilterText";
import { BoardDisplay, type BoardLook } from "./BoardDisplay";

type BoardBarProps = {
  project: string;
  filter: TaskFilter;
  onFilter: (filter: TaskFilter) => void;
  look: BoardLook;
};

/** The filters above a board, and how it shows what they let pass. */
export function BoardBar({ project, filter, onFilter, look }: BoardBarProps) {
  const id = useQuery(projectQuery(project)).data?.id;
  const parts = { project, filter, onFilter };
  return (
    <search className="filter-bar" aria-label="Filter the board">
      <FilterText text={filter.text} onText={(text) => onFilter({ ...filter, text })} />
      <AssigneeFilter {...parts} />
      <TypeFilter {...parts} />
      <LabelFilter {...parts} />
      <SprintFilter {...parts} />
      {toParameters(filter) === "" ? null : (
        <Button look="ghost" className="filter-clear" onClick={() => onFilter(everything)}>
          Clear
        </Button>
      )}
      <span className="filter-space" />
      <Others topic={id ? `project:${id}` : null} />
      <BoardDisplay {...look} />
    </search>
  );
}

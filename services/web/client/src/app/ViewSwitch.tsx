import { Link } from "@tanstack/react-router";
import { type TaskFilter, toSearch } from "~/shared/domain/taskFilter";
import { Icon } from "~/shared/ui/Icon";

/** Goes between board, list and backlog; the filter goes along, as far as the other view has it. */
export function ViewSwitch({ project, filter }: { project: string; filter: TaskFilter }) {
  const { status, query, sprint, ...common } = toSearch(filter);
  const ends = { activeOptions: { includeSearch: false }, params: { key: project } };
  return (
    <nav className="switch view-switch" aria-label="View">
      <Link to="/projects/$key/board" search={{ ...common, sprint }} {...ends} title="Board  G B">
        <Icon name="board" />
        <span>Board</span>
      </Link>
      <Link to="/projects/$key/list" search={{ ...common, status, query }} {...ends} title="List  G L">
        <Icon name="list" />
        <span>List</span>
      </Link>
      <Link to="/projects/$key/backlog" {...ends} title="Backlog  G S">
        <Icon name="backlog" />
        <span>Backlog</span>
      </Link>
    </nav>
  );
}

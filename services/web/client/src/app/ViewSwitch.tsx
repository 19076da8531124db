import { Link } from "@tanstack/react-router";
import type { SavedSearch } from "~/features/list/viewContent";
import { type TaskFilter, toSearch } from "~/shared/domain/taskFilter";
import { Icon } from "~/shared/ui/Icon";

type ViewSwitchProps = { project: string; filter: TaskFilter; kept?: SavedSearch | undefined };

/** Goes between the views of a project's tasks; the filter goes along, as far as the other view has it. */
export function ViewSwitch({ project, filter, kept }: ViewSwitchProps) {
  const { status, query, sprint, ...common } = toSearch(filter);
  const ends = { activeOptions: { includeSearch: false }, params: { key: project } };
  const search = { ...kept, ...common, status, query };
  return (
    <nav className="switch view-switch" aria-label="View">
      <Link to="/projects/$key/board" search={{ ...common, sprint }} {...ends} title="Board  G B">
        <Icon name="board" />
        <span>Board</span>
      </Link>
      <Link to="/projects/$key/list" search={search} {...ends} title="List  G L">
        <Icon name="list" />
        <span>List</span>
      </Link>
      <Link to="/projects/$key/calendar" search={search} {...ends} title="Calendar  G C">
        <Icon name="calendar" />
        <span>Calendar</span>
      </Link>
      <Link to="/projects/$key/timeline" search={search} {...ends} title="Timeline  G T">
        <Icon name="timeline" />
        <span>Timeline</span>
      </Link>
      <Link to="/projects/$key/backlog" {...ends} title="Backlog  G S">
        <Icon name="backlog" />
        <span>Backlog</span>
      </Link>
    </nav>
  );
}

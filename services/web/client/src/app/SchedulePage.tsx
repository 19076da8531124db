import { type ReactNode, useCallback, useMemo } from "react";
import { TaskSearch } from "~/features/list/TaskSearch";
import { toView, toViewSearch } from "~/features/list/view";
import type { ScheduleProps } from "~/features/schedule/useScheduleScreen";
import { toFilter, toSearch } from "~/shared/domain/taskFilter";
import { useShell } from "~/shared/ui/ShellContext";
import type { ScheduleSearch } from "./searches";
import { TasksPage } from "./TasksPage";

/** Changes a part of the address, in the place of the one before unless it says otherwise. */
export type ChangeSearch = (change: ScheduleSearch, replace?: boolean) => void;

type SchedulePageProps = {
  project: string;
  title: string;
  search: ScheduleSearch;
  onSearch: ChangeSearch;
  children: (props: ScheduleProps) => ReactNode;
};

/** The frame of a calendar or timeline: what the list can search for, they can, and the address holds all of it. */
export function SchedulePage({ project, title, search, onSearch, children }: SchedulePageProps) {
  const { q, assignee, type, status, label, query, sort, archived, columns } = search;
  const { view: savedView, on, scale, side, task } = search;
  const { createTask } = useShell();
  const filter = useMemo(
    () => toFilter({ q, assignee, type, status, label, query }),
    [q, assignee, type, status, label, query],
  );
  const view = useMemo(() => toView({ sort, archived, columns }), [sort, archived, columns]);
  const asked = useMemo(() => ({ filter, archived: view.archived }), [filter, view]);
  const onOpen = useCallback(
    (opened: string | undefined) => onSearch({ task: opened }, task !== undefined),
    [onSearch, task],
  );
  const onCreate = useCallback(() => createTask({ project }), [createTask, project]);
  const searched = {
    project,
    filter,
    view,
    savedView: { id: savedView, onOpen: onSearch },
    onFilter: (next: typeof filter) => onSearch(toSearch(next)),
  };
  return (
    <TasksPage
      project={project}
      title={title}
      filter={filter}
      kept={{ ...toViewSearch(view), view: savedView }}
      task={task}
      onCreate={onCreate}
      onClose={() => onOpen(undefined)}
    >
      {children({
        project,
        asked,
        place: { on, scale, side },
        openKey: task,
        onPlace: onSearch,
        onArchived: (next) => onSearch({ archived: next ? "true" : undefined }),
        onOpen,
        onCreate,
        search: (statuses, fault, display) => (
          <TaskSearch
            label={`Filter the ${title.toLowerCase()}`}
            statuses={statuses}
            fault={fault}
            {...searched}
          >
            {display}
          </TaskSearch>
        ),
      })}
    </TasksPage>
  );
}

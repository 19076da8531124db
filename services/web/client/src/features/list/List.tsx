import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import type { Status } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { includesRole, projectQuery } from "~/shared/api/projects";
import { useMayGo } from "~/shared/api/workflow";
import { useAssigneeChoices } from "~/shared/domain/choices";
import { ProjectFailure } from "~/shared/domain/ProjectFailure";
import { SelectionBar } from "~/shared/domain/SelectionBar";
import type { TaskFilter } from "~/shared/domain/taskFilter";
import { useChangeTask } from "~/shared/domain/useChangeTask";
import { useSteady } from "~/shared/lib/useSteady";
import { useWidth } from "~/shared/lib/useWidth";
import { ListBar } from "./ListBar";
import { type ListActions, ListProvider } from "./ListContext";
import { ListEmpty } from "./ListEmpty";
import { ListTable } from "./ListTable";
import { useColumns } from "./useColumns";
import { useFocusedRow } from "./useFocusedRow";
import { useListKeys } from "./useListKeys";
import { useListOrder } from "./useListOrder";
import { useListSelection } from "./useListSelection";
import { useTaskList } from "./useTaskList";
import type { ListView } from "./view";
import type { OpenView } from "./viewContent";
import "./list.css";

type ListProps = {
  project: string;
  filter: TaskFilter;
  view: ListView;
  openKey: string | undefined;
  savedView: OpenView;
  onFilter: (filter: TaskFilter) => void;
  onView: (view: ListView, filter?: TaskFilter) => void;
  onOpen: (key: string) => void;
  onCreate: () => void;
};

const none: Status[] = [];

/** A project's tasks as a table: filtered, ordered and with the columns that the address says. */
export function List(props: ListProps) {
  const { project, filter, view, savedView, openKey, onFilter, onView, onOpen, onCreate } = props;
  const head = useQuery(projectQuery(project));
  const people = usePeople();
  const mayGo = useMayGo(project);
  const assignees = useAssigneeChoices(project);
  const found = useTaskList(project, filter, view);
  const surface = useRef<HTMLDivElement>(null);
  const width = useWidth(surface);
  const change = useChangeTask(project);
  const mayChange = includesRole(head.data?.role, "member");
  const canChange = mayChange && !view.archived;
  const statuses = head.data?.statuses ?? none;
  const selection = useListSelection({ project, filter, view, found, statuses, people, canChange });
  const { select } = selection;
  const keys = useListKeys({ surface, tasks: found.tasks, select });
  const { columns, shown, asCards } = useColumns(project, view.columns, width);
  const order = useListOrder(props, columns, onView);

  const actions = useSteady<ListActions>({
    columns,
    shown,
    order,
    statuses,
    mayGo,
    people,
    assignees,
    canChange,
    openKey,
    open: onOpen,
    change,
    select,
  });
  const { list, tasks, fault } = found;
  useFocusedRow(keys.isHere ? tasks.find((task) => task.key === keys.focused) : undefined, actions);
  const error = head.error ?? (tasks.length === 0 && !fault ? list.error : null);
  if (error) {
    const retry = () => void Promise.all([head.refetch(), list.refetch()]);
    return <ProjectFailure project={project} what="list" error={error} onRetry={retry} />;
  }
  return (
    <ListProvider value={actions}>
      <ListBar
        project={project}
        statuses={actions.statuses}
        fault={fault}
        filter={filter}
        view={view}
        savedView={savedView}
        onFilter={onFilter}
        onView={onView}
      />
      <div ref={surface} className="list-scroll" {...keys.on}>
        {!list.isPending && tasks.length === 0 ? (
          <ListEmpty
            project={project}
            isFiltered={found.isFiltered}
            isRead={fault === null}
            mayCreate={mayChange}
            onCreate={onCreate}
          />
        ) : (
          <ListTable
            surface={surface}
            found={found}
            focused={keys.focused}
            selected={selection.keys}
            asCards={asCards}
          />
        )}
      </div>
      {selection.isAny ? <SelectionBar {...selection} /> : null}
    </ListProvider>
  );
}

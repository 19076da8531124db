import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import { usePeople } from "~/shared/api/people";
import { includesRole, projectQuery } from "~/shared/api/projects";
import { useAssigneeChoices } from "~/shared/domain/choices";
import type { TaskFilter } from "~/shared/domain/taskFilter";
import { useChangeTask } from "~/shared/domain/useChangeTask";
import { useSelection } from "~/shared/domain/useSelection";
import { useWidth } from "~/shared/lib/useWidth";
import { ListBar } from "./ListBar";
import { type ListActions, ListProvider } from "./ListContext";
import { ListEmpty } from "./ListEmpty";
import { ListFailure } from "./ListFailure";
import { ListTable } from "./ListTable";
import { SelectionBar } from "./SelectionBar";
import { useFocusedRow } from "./useFocusedRow";
import { useListKeys } from "./useListKeys";
import { useTaskList } from "./useTaskList";
import { fitting, type ListView } from "./view";
import type { OpenView } from "./viewContent";
import "./list.css";

type ListProps = {
  project: string;
  filter: TaskFilter;
  view: ListView;
  openKey: string | undefined;
  savedView: OpenView;
  onFilter: (filter: TaskFilter) => void;
  onView: (view: ListView) => void;
  onOpen: (key: string) => void;
  onCreate: () => void;
};

const cardsBelow = 560;

/** A project's tasks as a table: filtered, ordered and with the columns that the address says. */
export function List(props: ListProps) {
  const { project, filter, view, savedView, openKey, onFilter, onView, onOpen, onCreate } = props;
  const head = useQuery(projectQuery(project));
  const people = usePeople();
  const assignees = useAssigneeChoices(project);
  const found = useTaskList(project, filter, view);
  const { select, ...selection } = useSelection(found.tasks);
  const surface = useRef<HTMLDivElement>(null);
  const width = useWidth(surface);
  const keys = useListKeys({ surface, tasks: found.tasks, select });
  const change = useChangeTask(project);
  const mayChange = includesRole(head.data?.role, "member");
  const asCards = width < cardsBelow;

  const actions = useMemo<ListActions>(
    () => ({
      shown: asCards ? ["status", "priority", "assignee"] : fitting(view.columns, width),
      statuses: head.data?.statuses ?? [],
      people,
      assignees,
      canChange: mayChange && !view.archived,
      openKey,
      open: onOpen,
      change,
      select,
    }),
    [asCards, view, width, head.data, people, assignees, mayChange, openKey, onOpen, change, select],
  );
  const { list, tasks, fault } = found;
  useFocusedRow(keys.isHere ? tasks.find((task) => task.key === keys.focused) : undefined, actions);
  const error = head.error ?? (tasks.length === 0 && !fault ? list.error : null);
  if (error) {
    const retry = () => void Promise.all([head.refetch(), list.refetch()]);
    return <ListFailure project={project} error={error} onRetry={retry} />;
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
            view={view}
            onView={onView}
            focused={keys.focused}
            selected={selection.keys}
            asCards={asCards}
          />
        )}
      </div>
      {selection.tasks.length > 0 ? <SelectionBar tasks={selection.tasks} onClear={selection.clear} /> : null}
    </ListProvider>
  );
}

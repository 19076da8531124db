import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { List } from "~/features/list/List";
import { type ListView, toView, toViewSearch } from "~/features/list/view";
import type { SavedSearch } from "~/features/list/viewContent";
import { type TaskFilter, toFilter, toSearch } from "~/shared/domain/taskFilter";
import { useShell } from "~/shared/ui/ShellContext";
import { TasksPage } from "./TasksPage";

const listRoute = getRouteApi("/projects/$key/list");

/** A project's tasks as a table, with the open task beside it. */
export function ListPage() {
  const { key } = listRoute.useParams();
  const search = listRoute.useSearch();
  const { q, assignee, type, status, label, query, sort, archived, columns, view: savedView, task } = search;
  const navigate = useNavigate({ from: "/projects/$key/list" });
  const { createTask } = useShell();

  const filter = useMemo(
    () => toFilter({ q, assignee, type, status, label, query }),
    [q, assignee, type, status, label, query],
  );
  const view = useMemo(() => toView({ sort, archived, columns }), [sort, archived, columns]);
  const onFilter = useCallback(
    (next: TaskFilter) =>
      void navigate({ search: (before) => ({ ...before, ...toSearch(next) }), replace: true }),
    [navigate],
  );
  const onView = useCallback(
    (next: ListView, wanted: TaskFilter = filter) =>
      void navigate({
        search: (before) => ({ ...before, ...toSearch(wanted), ...toViewSearch(next) }),
        replace: true,
      }),
    [navigate, filter],
  );
  const openView = {
    id: savedView,
    onOpen: (next: SavedSearch) => void navigate({ search: (before) => ({ ...before, ...next }) }),
  };
  const onOpen = useCallback(
    (opened: string | undefined) =>
      void navigate({ search: (before) => ({ ...before, task: opened }), replace: task !== undefined }),
    [navigate, task],
  );
  const onCreate = useCallback(() => createTask({ project: key }), [createTask, key]);
  return (
    <TasksPage
      project={key}
      title="List"
      filter={filter}
      kept={{ sort, archived, columns, view: savedView }}
      task={task}
      onCreate={onCreate}
      onClose={() => onOpen(undefined)}
    >
      <List
        key={key}
        project={key}
        filter={filter}
        view={view}
        openKey={task}
        savedView={openView}
        onFilter={onFilter}
        onView={onView}
        onOpen={onOpen}
        onCreate={onCreate}
      />
    </TasksPage>
  );
}

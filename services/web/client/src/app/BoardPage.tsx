import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { Board } from "~/features/board/Board";
import { type Grouping, toGrouping } from "~/features/board/lanes";
import { type TaskFilter, toFilter, toSearch } from "~/shared/domain/taskFilter";
import { useShell } from "~/shared/ui/ShellContext";
import { TasksPage } from "./TasksPage";

const boardRoute = getRouteApi("/projects/$key/board");

/** A project's board, with the open task beside it. */
export function BoardPage() {
  const { key } = boardRoute.useParams();
  const { q, assignee, type, label, sprint, lanes, task } = boardRoute.useSearch();
  const navigate = useNavigate({ from: "/projects/$key/board" });
  const { createTask } = useShell();

  const filter = useMemo(
    () => toFilter({ q, assignee, type, label, sprint }),
    [q, assignee, type, label, sprint],
  );
  const onFilter = useCallback(
    (next: TaskFilter) => {
      const { query, ...search } = toSearch(next);
      void navigate({ search: ({ lanes, task }) => ({ lanes, task, ...search }), replace: true });
    },
    [navigate],
  );
  const onLanes = useCallback(
    (by: Grouping | null) =>
      void navigate({ search: (search) => ({ ...search, lanes: by ?? undefined }), replace: true }),
    [navigate],
  );
  const onOpen = useCallback(
    (opened: string | undefined) =>
      void navigate({ search: (search) => ({ ...search, task: opened }), replace: task !== undefined }),
    [navigate, task],
  );
  const onCreate = useCallback(
    (statusId: string | undefined) => createTask({ project: key, statusId }),
    [createTask, key],
  );
  return (
    <TasksPage
      project={key}
      title="Board"
      filter={filter}
      task={task}
      onCreate={() => onCreate(undefined)}
      onClose={() => onOpen(undefined)}
    >
      <Board
        key={key}
        project={key}
        filter={filter}
        lanes={toGrouping(lanes)}
        openKey={task}
        onFilter={onFilter}
        onLanes={onLanes}
        onOpen={onOpen}
        onCreate={onCreate}
      />
    </TasksPage>
  );
}

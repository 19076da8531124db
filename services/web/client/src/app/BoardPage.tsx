import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { Board } from "~/features/board/Board";
import { TaskPanel } from "~/features/task/TaskPanel";
import { type TaskFilter, toFilter, toSearch } from "~/shared/domain/taskFilter";
import { useTitle } from "~/shared/lib/useTitle";
import { Button } from "~/shared/ui/Button";
import { PageBar } from "~/shared/ui/PageBar";
import { useShell } from "~/shared/ui/ShellContext";
import { ProjectName } from "./ProjectName";
import { ViewSwitch } from "./ViewSwitch";

const boardRoute = getRouteApi("/projects/$key/board");

/** A project's board, with the open task beside it. */
export function BoardPage() {
  const { key } = boardRoute.useParams();
  const { q, assignee, type, label, task } = boardRoute.useSearch();
  const navigate = useNavigate({ from: "/projects/$key/board" });
  const { createTask } = useShell();
  useTitle(task ?? `${key} board`);

  const filter = useMemo(() => toFilter({ q, assignee, type, label }), [q, assignee, type, label]);
  const onFilter = useCallback(
    (next: TaskFilter) =>
      void navigate({ search: (search) => ({ task: search.task, ...toSearch(next) }), replace: true }),
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
    <>
      <PageBar title="Board" parent={<ProjectName project={key} />}>
        <ViewSwitch project={key} filter={filter} />
        <Button icon="add" onClick={() => onCreate(undefined)}>
          New task
        </Button>
      </PageBar>
      <div className="split">
        <div className="split-main">
          <Board
            key={key}
            project={key}
            filter={filter}
            openKey={task}
            onFilter={onFilter}
            onOpen={onOpen}
            onCreate={onCreate}
          />
        </div>
        {task ? <TaskPanel key={task} taskKey={task} onClose={() => onOpen(undefined)} /> : null}
      </div>
    </>
  );
}

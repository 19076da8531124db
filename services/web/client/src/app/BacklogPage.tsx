import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { Backlog } from "~/features/backlog/Backlog";
import { everything } from "~/shared/domain/taskFilter";
import { useShell } from "~/shared/ui/ShellContext";
import { TasksPage } from "./TasksPage";

const backlogRoute = getRouteApi("/projects/$key/backlog");

/** A project's sprints and its backlog, with the open task beside them. */
export function BacklogPage() {
  const { key } = backlogRoute.useParams();
  const { task } = backlogRoute.useSearch();
  const navigate = useNavigate({ from: "/projects/$key/backlog" });
  const { createTask } = useShell();
  const onOpen = useCallback(
    (opened: string | undefined) => void navigate({ search: { task: opened }, replace: task !== undefined }),
    [navigate, task],
  );
  const onCreate = useCallback(() => createTask({ project: key }), [createTask, key]);
  return (
    <TasksPage
      project={key}
      title="Backlog"
      filter={everything}
      task={task}
      onCreate={onCreate}
      onClose={() => onOpen(undefined)}
    >
      <Backlog key={key} project={key} openKey={task} onOpen={onOpen} onCreate={onCreate} />
    </TasksPage>
  );
}

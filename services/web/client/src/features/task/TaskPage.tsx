import { Link } from "@tanstack/react-router";
import { projectOf } from "~/shared/api/tasks";
import { useTitle } from "~/shared/lib/useTitle";
import { PageBar } from "~/shared/ui/PageBar";
import { TaskHead } from "./TaskHead";
import { TaskView } from "./TaskView";
import { useTask } from "./useTask";

/** A task as a page of its own. */
export function TaskPage({ taskKey }: { taskKey: string }) {
  const screen = useTask(taskKey);
  const { task } = screen;
  const project = task?.projectKey ?? projectOf(taskKey);
  useTitle(task ? `${taskKey} ${task.title}` : taskKey);
  return (
    <>
      <PageBar
        title={taskKey}
        parent={
          <Link to="/projects/$key/board" params={{ key: project }}>
            {project}
          </Link>
        }
      >
        <TaskHead taskKey={taskKey} screen={screen} />
      </PageBar>
      <div className="page-body task-page">
        <TaskView
          taskKey={taskKey}
          screen={screen}
          wayBack={
            <Link to="/projects" className="button-link button-secondary">
              All projects
            </Link>
          }
        />
      </div>
    </>
  );
}

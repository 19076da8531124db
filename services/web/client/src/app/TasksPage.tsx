import type { ReactNode } from "react";
import type { SavedSearch } from "~/features/list/viewContent";
import { TaskPanel } from "~/features/task/TaskPanel";
import type { TaskFilter } from "~/shared/domain/taskFilter";
import { useTitle } from "~/shared/lib/useTitle";
import { Button } from "~/shared/ui/Button";
import { PageBar } from "~/shared/ui/PageBar";
import { ProjectName } from "./ProjectName";
import { ViewSwitch } from "./ViewSwitch";

type TasksPageProps = {
  project: string;
  title: string;
  filter: TaskFilter;
  /** What else of the address goes along to another view of the same query. */
  kept?: SavedSearch;
  task: string | undefined;
  onCreate: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** The frame of a view of a project's tasks: the bar above it, and the open task beside it. */
export function TasksPage({
  project,
  title,
  filter,
  kept,
  task,
  onCreate,
  onClose,
  children,
}: TasksPageProps) {
  useTitle(task ?? `${project} ${title.toLowerCase()}`);
  return (
    <>
      <PageBar title={title} parent={<ProjectName project={project} />}>
        <ViewSwitch project={project} filter={filter} kept={kept} />
        <Button icon="add" onClick={onCreate}>
          New task
        </Button>
      </PageBar>
      <div className="split">
        <div className="split-main">{children}</div>
        {task ? <TaskPanel key={task} taskKey={task} onClose={onClose} /> : null}
      </div>
    </>
  );
}

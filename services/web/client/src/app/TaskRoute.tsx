import { getRouteApi } from "@tanstack/react-router";
import { TaskPage } from "~/features/task/TaskPage";

const taskRoute = getRouteApi("/browse/$taskKey");

/** The task in the address. */
export function TaskRoute() {
  const { taskKey } = taskRoute.useParams();
  return <TaskPage key={taskKey} taskKey={taskKey} />;
}

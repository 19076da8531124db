import { FirstTask } from "~/shared/domain/FirstTask";
import { Button } from "~/shared/ui/Button";
import { Empty } from "~/shared/ui/States";
import { useBacklog } from "./BacklogContext";

/** How to begin: with tasks, then with a sprint. */
export function FirstSprint({ isEmpty, onCreate }: { isEmpty: boolean; onCreate: () => void }) {
  const { project, canPlan, ask } = useBacklog();
  if (isEmpty) {
    return (
      <Empty
        icon="list"
        title="Nothing waits here"
        actions={canPlan ? <FirstTask project={project} onCreate={onCreate} /> : null}
      >
        <p>What is to be done stands here in its order, until it is planned for a sprint.</p>
      </Empty>
    );
  }
  return (
    <aside className="backlog-hint">
      <p>
        <strong>No sprint is planned.</strong> A sprint is what the team takes on for a while, usually a week
        or two. Plan one, drag tasks from the backlog into it, and start it.
      </p>
      {canPlan ? (
        <Button look="primary" icon="add" onClick={() => ask({ what: "new" })}>
          Plan the first sprint
        </Button>
      ) : null}
    </aside>
  );
}

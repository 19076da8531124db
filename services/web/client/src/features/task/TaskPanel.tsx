import { useEffect, useRef } from "react";
import { useKeys } from "~/shared/keys/useKeys";
import { TaskHead } from "./TaskHead";
import { TaskView } from "./TaskView";
import { useTask } from "./useTask";

/** A task beside the board; the board stays usable. */
export function TaskPanel({ taskKey, onClose }: { taskKey: string; onClose: () => void }) {
  const screen = useTask(taskKey);
  const ref = useRef<HTMLElement>(null);
  useKeys({ Escape: onClose });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new task starts at its top
  useEffect(() => {
    ref.current?.querySelector(".panel-body")?.scrollTo?.({ top: 0 });
  }, [taskKey]);
  return (
    <section
      ref={ref}
      className="panel"
      aria-label={`Task ${taskKey}`}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
        document.getElementById(`card-${taskKey}`)?.focus();
      }}
    >
      <TaskHead taskKey={taskKey} screen={screen} onClose={onClose} />
      <div className="panel-body">
        <TaskView taskKey={taskKey} screen={screen} />
      </div>
    </section>
  );
}

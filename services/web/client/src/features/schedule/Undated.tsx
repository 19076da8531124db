import { useRef } from "react";
import type { TaskItem } from "~/shared/api/generated/api";
import { formatPlainDay } from "~/shared/lib/days";
import { formatCount } from "~/shared/lib/format";
import { classes } from "~/shared/ui/classes";
import { useScheduleActions } from "./ScheduleContext";
import { TaskLine } from "./TaskLine";
import { useTaskDrag } from "./useTaskDrag";

type UndatedProps = { tasks: readonly TaskItem[]; isMore: boolean };

/** The unfinished tasks that are due on no day; one is given a day by dragging it there. */
export function Undated({ tasks, isMore }: UndatedProps) {
  const { canChange } = useScheduleActions();
  return (
    <aside className="undated" aria-label="Tasks without a date">
      <h2>
        Without a date{" "}
        <span className="undated-count">
          {formatCount(tasks.length)}
          {isMore ? "+" : ""}
        </span>
      </h2>
      {tasks.length === 0 ? <p>No unfinished task here is without one.</p> : null}
      {canChange && tasks.length > 0 ? <p>Drag onto a day, or press D.</p> : null}
      <ul className="schedule-lines">
        {tasks.map((task) => (
          <UndatedTask key={task.key} task={task} />
        ))}
      </ul>
      {isMore ? <p>There are more. A filter finds them.</p> : null}
    </aside>
  );
}

function UndatedTask({ task }: { task: TaskItem }) {
  const { canChange } = useScheduleActions();
  const ref = useRef<HTMLLIElement>(null);
  const dragging = useTaskDrag(ref, task.key, "whole", canChange);
  const note = task.startDate ? `${task.key}, from ${formatPlainDay(task.startDate)}` : task.key;
  return (
    <li ref={ref} className={classes(dragging && "calendar-dragging")}>
      <TaskLine task={task} note={note} />
    </li>
  );
}

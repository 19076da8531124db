import { formatPartOfDay } from "~/shared/lib/format";
import { Dialog } from "~/shared/ui/Dialog";
import { useScheduleActions } from "./ScheduleContext";
import { type Dated, overlaps, spanText } from "./spans";
import { TaskLine } from "./TaskLine";

type DayDialogProps = { day: string; dated: readonly Dated[]; onClose: () => void };

/** All tasks of a day. */
export function DayDialog({ day, dated, onClose }: DayDialogProps) {
  const { open } = useScheduleActions();
  const tasks = dated.filter((span) => overlaps(span, { from: day, to: day }));
  return (
    <Dialog title={formatPartOfDay(day, "whole")} size="medium" onClose={onClose}>
      {tasks.length === 0 ? (
        <p className="schedule-nothing">Nothing is due or under way on this day.</p>
      ) : null}
      <ul className="schedule-lines">
        {tasks.map((span) => (
          <li key={span.task.key}>
            <TaskLine
              task={span.task}
              note={spanText(span)}
              onOpen={(key) => {
                onClose();
                open(key);
              }}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

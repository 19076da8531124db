import { today } from "~/shared/lib/days";
import { onPlainClick } from "~/shared/lib/onPlainClick";
import { classes } from "~/shared/ui/classes";
import { stateOf, useScheduleActions } from "./ScheduleContext";
import { placeOf } from "./scale";
import { type Dated, datedOf, isPoint, movedBy, spanText, withDates } from "./spans";
import { useTimeline } from "./TimelineContext";
import { useBarDrag } from "./useBarDrag";

/** The id of a task's bar, which says when the task is and what it waits for. */
export const barId = (key: string) => `bar-${key}`;

type TimelineBarProps = { span: Dated; isEpic?: boolean };

/** A task's days as a bar, or the day it is due as a diamond; it and its ends can be dragged. */
export function TimelineBar({ span, isEpic = false }: TimelineBarProps) {
  const { categories, canChange, open } = useScheduleActions();
  const { range, scale, blockers, move } = useTimeline();
  const { task } = span;
  const drag = useBarDrag(scale.day, canChange, (part, days) => move(task, part, days));
  const patch = drag.part && movedBy(task, drag.part, drag.days);
  const shown = (patch && datedOf([withDates(task, patch)])[0]) ?? span;
  const { left, width } = placeOf(shown, range, scale);
  const asPoint = isPoint(shown);
  const state = stateOf(task, categories, today());
  const waits = (blockers.get(task.key) ?? []).map(
    ({ key, isLate }) => `, blocked by ${key}${isLate ? ", which ends later than this begins" : ""}`,
  );
  const label = `${task.key} ${task.title}, ${spanText(shown)}${state === "late" ? ", overdue" : ""}${waits.join("")}`;
  return (
    <a
      id={barId(task.key)}
      href={`/browse/${task.key}`}
      draggable={false}
      tabIndex={-1}
      aria-label={label}
      title={label}
      data-state={state}
      className={classes(
        asPoint ? "timeline-point" : "timeline-bar",
        isEpic && "timeline-epic",
        drag.part !== null && "timeline-dragged",
        canChange && "timeline-movable",
      )}
      style={asPoint ? { left: left + width / 2 } : { left, width }}
      onClick={onPlainClick(() => (drag.wasDrag() ? undefined : open(task.key)))}
      {...drag.on}
    >
      {asPoint ? null : <span data-part="start" className="timeline-grip" />}
      {asPoint || width < 60 ? null : <span className="timeline-name">{task.title}</span>}
      {asPoint ? null : <span data-part="end" className="timeline-grip" />}
    </a>
  );
}

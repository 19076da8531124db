import { type CSSProperties, useRef } from "react";
import { StatusGlyph } from "~/shared/domain/Glyphs";
import { today } from "~/shared/lib/days";
import { onPlainClick } from "~/shared/lib/onPlainClick";
import { taskLinkId } from "~/shared/lib/taskFocus";
import { classes } from "~/shared/ui/classes";
import { stateOf, useScheduleActions } from "./ScheduleContext";
import { type Dated, spanText } from "./spans";
import { useTaskDrag } from "./useTaskDrag";
import type { Piece } from "./weeks";

type CalendarTaskProps = {
  piece: Piece<Dated>;
  week: readonly string[];
  isFirst: boolean;
  tabbable: boolean;
};

/** A task on the days of a week: as a bar from its start, or on the day it is due. */
export function CalendarTask({ piece, week, isFirst, tabbable }: CalendarTaskProps) {
  const { categories, canChange, openKey, open } = useScheduleActions();
  const slot = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLSpanElement>(null);
  const { of, lane, length, begins, ends } = piece;
  const { task } = of;
  const state = stateOf(task, categories, today());
  const dragging = useTaskDrag(slot, task.key, "whole", canChange, week);
  useTaskDrag(end, task.key, "end", canChange && ends, week);
  const style: CSSProperties & Record<"--lane" | "--days", number> = { "--lane": lane, "--days": length };
  const more = `${isFirst ? "" : ", continued"}${state === "late" ? ", overdue" : ""}`;
  return (
    <div
      ref={slot}
      className={classes("calendar-slot", dragging && "calendar-dragging")}
      style={style}
      data-begins={begins || undefined}
      data-ends={ends || undefined}
    >
      <a
        id={isFirst ? taskLinkId(task.key) : undefined}
        data-task={task.key}
        data-state={state}
        data-bar={of.from !== of.to || undefined}
        href={`/browse/${task.key}`}
        draggable={false}
        tabIndex={tabbable && isFirst ? 0 : -1}
        aria-current={openKey === task.key || undefined}
        aria-label={`${task.key} ${task.title}, ${spanText(of)}${more}`}
        title={`${task.key} ${task.title}`}
        className="calendar-task"
        onClick={onPlainClick(() => open(task.key))}
      >
        <StatusGlyph category={categories.get(task.statusId) ?? "todo"} />
        <span>{task.title}</span>
      </a>
      {canChange && ends ? <span ref={end} className="calendar-end" aria-hidden="true" /> : null}
    </div>
  );
}

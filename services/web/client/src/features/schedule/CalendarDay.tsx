import type { ReactNode } from "react";
import { formatCounted, formatPartOfDay } from "~/shared/lib/format";

export const dayId = (day: string) => `day-${day}`;

type CalendarDayProps = {
  day: string;
  count: number;
  hidden: number;
  marks: { isToday: boolean; isWeekend: boolean; isOutside: boolean; isOver: boolean };
  tabbable: boolean;
  onShow: (day: string) => void;
  children: ReactNode;
};

/** A day: its number, the tasks that begin on it, and how many more there are than fit. */
export function CalendarDay(props: CalendarDayProps) {
  const { day, count, hidden, marks, tabbable, onShow, children } = props;
  const number = Number(day.slice(8));
  const name = [
    formatPartOfDay(day, "whole"),
    ...(marks.isToday ? ["today"] : []),
    count === 0 ? "no tasks" : formatCounted(count, "task"),
  ].join(", ");
  return (
    <div
      id={dayId(day)}
      role="gridcell"
      tabIndex={tabbable ? 0 : -1}
      data-day={day}
      data-today={marks.isToday || undefined}
      data-weekend={marks.isWeekend || undefined}
      data-outside={marks.isOutside || undefined}
      data-over={marks.isOver || undefined}
      aria-label={name}
      aria-current={marks.isToday ? "date" : undefined}
      className="calendar-day"
    >
      <span className="calendar-number" aria-hidden="true">
        {number === 1 ? <small>{formatPartOfDay(day, "month")}</small> : null}
        {number}
      </span>
      {children}
      {hidden > 0 ? (
        <button
          type="button"
          className="calendar-more"
          tabIndex={tabbable ? 0 : -1}
          aria-label={`${hidden} more on ${formatPartOfDay(day, "whole")}`}
          onClick={() => onShow(day)}
        >
          +{hidden} more
        </button>
      ) : null}
    </div>
  );
}

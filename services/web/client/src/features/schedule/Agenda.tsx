import { useEffect, useRef } from "react";
import { today } from "~/shared/lib/days";
import { formatPartOfDay } from "~/shared/lib/format";
import { type Dated, spanText } from "./spans";
import { TaskLine } from "./TaskLine";

type AgendaProps = { days: readonly string[]; dated: readonly Dated[] };

/** The days on which something is due, one below the other: a calendar where there is no room for a grid. */
export function Agenda({ days, dated }: AgendaProps) {
  const now = today();
  const present = useRef<HTMLElement>(null);
  useEffect(() => present.current?.scrollIntoView({ block: "start" }), []);
  const shown = days.filter((day) => day === now || dated.some(({ to }) => to === day));
  return (
    <div className="agenda">
      {shown.map((day) => {
        const due = dated.filter(({ to }) => to === day);
        return (
          <section
            key={day}
            ref={day === now ? present : undefined}
            aria-label={formatPartOfDay(day, "whole")}
          >
            <h2 data-today={day === now || undefined}>
              {formatPartOfDay(day, "whole")}
              {day === now ? <span className="tag tag-good">Today</span> : null}
            </h2>
            {due.length === 0 ? <p className="schedule-nothing">Nothing is due.</p> : null}
            <ul className="schedule-lines">
              {due.map((span) => (
                <li key={span.task.key}>
                  <TaskLine
                    task={span.task}
                    note={span.from === span.to ? span.task.key : `${span.task.key}, ${spanText(span)}`}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

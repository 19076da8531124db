import { useQuery } from "@tanstack/react-query";
import { type RefObject, useMemo, useRef } from "react";
import { datedSprintsQuery } from "~/shared/api/sprints";
import { formatPartOfDay } from "~/shared/lib/format";
import { useHeight } from "~/shared/lib/useWidth";
import type { Week } from "~/shared/lib/week";
import { CalendarWeek, type Drawn } from "./CalendarWeek";
import type { Band } from "./SprintBands";
import type { CalendarKeys } from "./useCalendarKeys";
import type { ScheduleScreen } from "./useScheduleScreen";

type CalendarGridProps = {
  project: string;
  surface: RefObject<HTMLDivElement | null>;
  weeks: readonly (readonly string[])[];
  month: string | null;
  locale: Week;
  screen: ScheduleScreen;
  keys: CalendarKeys;
  onShow: (day: string) => void;
};

const none: Band[] = [];
const headHeight = 25;
const taken = 46;
const laneHeight = 21;

/** The weeks of a calendar, one below the other; as many tasks of a day are drawn as there is room for. */
export function CalendarGrid(props: CalendarGridProps) {
  const { project, surface, weeks, month, locale, screen, keys, onShow } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const height = useHeight(scroller);
  const { data: sprints = none } = useQuery(datedSprintsQuery(project));
  const rowHeight = (height - headHeight) / weeks.length;
  const start = weeks[0]?.[0] ?? "";
  const drawn = useMemo<Drawn>(
    () => ({
      locale,
      month,
      lanes: Math.max(2, Math.floor((rowHeight - taken) / laneHeight)),
      focusDay: keys.day,
      start,
    }),
    [locale, month, rowHeight, keys.day, start],
  );
  return (
    <div ref={scroller} className="calendar-scroll">
      <div
        ref={surface}
        role="grid"
        aria-label="Calendar"
        aria-busy={screen.schedule.isPending}
        data-stale={screen.schedule.isStale || undefined}
        className="calendar-grid"
        {...keys.on}
      >
        <div role="row" className="calendar-head">
          {weeks[0]?.map((day) => (
            <span key={day} role="columnheader">
              {formatPartOfDay(day, "weekday")}
            </span>
          ))}
        </div>
        {weeks.map((week) => (
          <CalendarWeek
            key={week[0]}
            week={week}
            dated={screen.dated}
            sprints={sprints}
            drawn={drawn}
            onShow={onShow}
          />
        ))}
      </div>
    </div>
  );
}

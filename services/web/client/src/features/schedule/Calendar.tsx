import { useMemo, useRef, useState } from "react";
import { ProjectFailure } from "~/shared/domain/ProjectFailure";
import { monthStart, plusDays, today } from "~/shared/lib/days";
import { formatPartOfDay } from "~/shared/lib/format";
import { useWidth } from "~/shared/lib/useWidth";
import { weekOf } from "~/shared/lib/week";
import { Agenda } from "./Agenda";
import { CalendarGrid } from "./CalendarGrid";
import { DayDialog } from "./DayDialog";
import { dayIn, hasSide } from "./place";
import { ScheduleBar } from "./ScheduleBar";
import { ScheduleProvider } from "./ScheduleContext";
import { ScheduleDisplay } from "./ScheduleDisplay";
import { ScheduleNotes } from "./ScheduleNotes";
import { Undated } from "./Undated";
import { useCalendarDrop } from "./useCalendarDrop";
import { useCalendarKeys } from "./useCalendarKeys";
import { type ScheduleProps, useScheduleScreen } from "./useScheduleScreen";
import { weeksOf } from "./weeks";
import "./calendar.css";

const scales = [
  { id: "month", name: "Month" },
  { id: "week", name: "Week" },
] as const;

const agendaBelow = 560;

/** A project's tasks on the days they are due, a month or a week at a time. */
export function Calendar(props: ScheduleProps) {
  const { project, place, onPlace, search } = props;
  const surface = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const isNarrow = useWidth(body) < agendaBelow;
  const [shownDay, setShownDay] = useState<string | null>(null);
  const [locale] = useState(weekOf);
  const on = dayIn(place);
  const scale = place.scale === "week" ? "week" : "month";
  const weeks = useMemo(() => {
    const month = { from: monthStart(on), to: plusDays(monthStart(on, 1), -1) };
    return weeksOf(scale === "month" ? month : { from: on, to: on }, locale.first);
  }, [on, scale, locale]);
  const days = useMemo(() => weeks.flat(), [weeks]);
  const range = useMemo(() => ({ from: days[0] ?? on, to: days.at(-1) ?? on }), [days, on]);
  const screen = useScheduleScreen(props, range, body);
  const { actions, schedule } = screen;

  const onDay = (day: string) => onPlace({ on: day === today() ? undefined : day });
  const later = (by: 1 | -1) => (scale === "month" ? monthStart(on, by) : plusDays(on, 7 * by));
  const keys = useCalendarKeys({
    screen,
    canChange: actions.canChange,
    on,
    shown: days,
    onDay,
    onStep: later,
    onShow: setShownDay,
  });
  useCalendarDrop({ tasks: screen.tasks, change: screen.change });

  if (screen.error)
    return <ProjectFailure project={project} what="calendar" error={screen.error} onRetry={screen.retry} />;
  const inMonth = days.filter((day) => scale === "week" || day.startsWith(on.slice(0, 7)));
  return (
    <ScheduleProvider value={actions}>
      {search(screen.statuses, schedule.fault, <ScheduleDisplay {...props} />)}
      <ScheduleBar
        title={formatPartOfDay(on, "monthAndYear")}
        step={scale === "month" ? "The month" : "The week"}
        scales={scales}
        scale={scale}
        onScale={(next) => onPlace({ scale: next === "month" ? undefined : next })}
        onStep={(by) => onDay(later(by))}
        onToday={() => onDay(today())}
      />
      <ScheduleNotes screen={screen} how="Drag one without a date onto a day, or press D on a task." />
      <div ref={body} className="calendar" {...screen.on}>
        {isNarrow ? (
          <Agenda days={inMonth} dated={screen.dated} />
        ) : (
          <CalendarGrid
            project={project}
            surface={surface}
            weeks={weeks}
            month={scale === "month" ? on.slice(0, 7) : null}
            locale={locale}
            screen={screen}
            keys={keys}
            onShow={setShownDay}
          />
        )}
        {hasSide(place) ? <Undated tasks={screen.undated} isMore={schedule.isMoreWaiting} /> : null}
      </div>
      {shownDay ? <DayDialog day={shownDay} dated={screen.dated} onClose={() => setShownDay(null)} /> : null}
    </ScheduleProvider>
  );
}

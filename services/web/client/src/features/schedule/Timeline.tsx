import { useMemo, useRef, useState } from "react";
import { ProjectFailure } from "~/shared/domain/ProjectFailure";
import { plusDays, today } from "~/shared/lib/days";
import { weekOf } from "~/shared/lib/week";
import { Empty } from "~/shared/ui/States";
import { dayIn, hasSide } from "./place";
import { ScheduleBar } from "./ScheduleBar";
import { ScheduleProvider } from "./ScheduleContext";
import { ScheduleDisplay } from "./ScheduleDisplay";
import { ScheduleNotes } from "./ScheduleNotes";
import { scaleOf, scales, spanAround } from "./scale";
import { movedBy, spanText } from "./spans";
import { TimelineBody } from "./TimelineBody";
import { type TimelineActions, TimelineProvider } from "./TimelineContext";
import { type ScheduleProps, useScheduleScreen } from "./useScheduleScreen";
import { useTimelineRows } from "./useTimelineRows";
import "./timeline.css";

/** A project's tasks as bars over time, by epic, with arrows from what blocks to what waits. */
export function Timeline(props: ScheduleProps) {
  const { project, place, onPlace, search } = props;
  const surface = useRef<HTMLDivElement>(null);
  const [locale] = useState(weekOf);
  const on = dayIn(place);
  const scale = scaleOf(place.scale);
  const range = useMemo(() => spanAround(on, scale, locale.first), [on, scale, locale]);
  const screen = useScheduleScreen(props, range, surface);
  const { actions, schedule, change } = screen;
  const found = useTimelineRows(screen, { project, range, scale, side: hasSide(place) });
  const { blockers, fold, rows } = found;

  const timeline = useMemo<TimelineActions>(
    () => ({
      range,
      scale,
      blockers,
      fold,
      move: (task, part, days) => {
        const patch = movedBy(task, part, days);
        if (patch) change(task, patch);
      },
    }),
    [range, scale, blockers, fold, change],
  );
  const onDay = (day: string) => onPlace({ on: day === today() ? undefined : day });
  const step = Math.floor((scale.before + scale.after) / 2);
  const isEmpty = rows.length === 0 && !schedule.isPending;

  if (screen.error)
    return <ProjectFailure project={project} what="timeline" error={screen.error} onRetry={screen.retry} />;
  return (
    <ScheduleProvider value={actions}>
      <TimelineProvider value={timeline}>
        {search(screen.statuses, schedule.fault, <ScheduleDisplay {...props} />)}
        <ScheduleBar
          title={spanText(range)}
          step="The time"
          scales={scales}
          scale={scale.id}
          onScale={(next) => onPlace({ scale: next === "month" ? undefined : next })}
          onStep={(by) => onDay(plusDays(on, by * step))}
          onToday={() => onDay(today())}
        />
        {isEmpty ? null : <ScheduleNotes screen={screen} how="Press D on a task below to give it one." />}
        {isEmpty ? (
          <Empty icon="timeline" title="No task here has dates yet">
            <p>
              A task with a day it is due has a place here, and with a start it has a bar. D sets the day.
            </p>
          </Empty>
        ) : (
          <TimelineBody
            project={project}
            surface={surface}
            screen={screen}
            found={found}
            range={range}
            scale={scale}
            on={on}
            locale={locale}
          />
        )}
      </TimelineProvider>
    </ScheduleProvider>
  );
}

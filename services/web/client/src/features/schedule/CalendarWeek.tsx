import { type CSSProperties, useMemo, useRef } from "react";
import { today, weekdayOf } from "~/shared/lib/days";
import type { Week } from "~/shared/lib/week";
import { CalendarDay } from "./CalendarDay";
import { CalendarTask } from "./CalendarTask";
import { type Band, SprintBands } from "./SprintBands";
import { type Dated, overlaps } from "./spans";
import { useWeekDrop } from "./useWeekDrop";
import { hiddenOf, piecesOf } from "./weeks";

/** How a calendar is drawn, the same for all of its weeks. */
export type Drawn = { locale: Week; month: string | null; lanes: number; focusDay: string; start: string };

type CalendarWeekProps = {
  week: readonly string[];
  dated: readonly Dated[];
  sprints: readonly Band[];
  drawn: Drawn;
  onShow: (day: string) => void;
};

/** A week of the calendar: its days, over them the sprints, and the tasks in lanes. */
export function CalendarWeek({ week, dated, sprints, drawn, onShow }: CalendarWeekProps) {
  const ref = useRef<HTMLDivElement>(null);
  const over = useWeekDrop(ref, week);
  const now = today();
  const pieces = useMemo(() => piecesOf(dated, week), [dated, week]);
  const bands = useMemo(() => piecesOf(sprints, week), [sprints, week]);
  const hidden = hiddenOf(pieces, week.length, drawn.lanes);
  // The first lane of sprints lies behind the numbers of the days.
  const bandLanes = Math.max(0, ...bands.map(({ lane }) => lane));
  const style: CSSProperties & Record<"--bands", number> = { "--bands": bandLanes };
  const isFirst = ({ from }: Dated) => from >= (week[0] ?? "") || week[0] === drawn.start;
  return (
    <div ref={ref} role="row" className="calendar-week" data-week={week[0]} style={style}>
      {week.map((day, column) => (
        <CalendarDay
          key={day}
          day={day}
          count={dated.filter((span) => overlaps(span, { from: day, to: day })).length}
          hidden={hidden[column] ?? 0}
          marks={{
            isToday: day === now,
            isWeekend: drawn.locale.weekend.includes(weekdayOf(day)),
            isOutside: drawn.month !== null && !day.startsWith(drawn.month),
            isOver: day === over,
          }}
          tabbable={day === drawn.focusDay}
          onShow={onShow}
        >
          <SprintBands bands={bands.filter((band) => band.column === column)} />
          {pieces
            .filter((piece) => piece.column === column && piece.lane < drawn.lanes)
            .map((piece) => (
              <CalendarTask
                key={piece.of.task.key}
                piece={piece}
                week={week}
                isFirst={isFirst(piece.of)}
                tabbable={day === drawn.focusDay}
              />
            ))}
        </CalendarDay>
      ))}
    </div>
  );
}

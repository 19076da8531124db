import { daysFrom, today, weekdayOf } from "~/shared/lib/days";
import type { Arrow } from "./arrows";
import { placeOf, type Scale, ticksOf } from "./scale";
import type { Span } from "./spans";

type TimelineBackProps = {
  range: Span;
  scale: Scale;
  first: number;
  weekend: readonly number[];
  arrows: readonly Arrow[];
  size: { width: number; height: number };
};

/** What lies behind the bars: weekends or months, today, and the dependencies as arrows. */
export function TimelineBack({ range, scale, first, weekend, arrows, size }: TimelineBackProps) {
  const now = today();
  const muted =
    scale.id === "quarter"
      ? ticksOf(range, scale, first).lower.filter((_, index) => index % 2 === 1)
      : daysFrom(range.from, range.to)
          .filter((day) => weekend.includes(weekdayOf(day)))
          .map((day) => ({ from: day, to: day }));
  const todayAt = placeOf({ from: now, to: now }, range, scale);
  return (
    <div className="timeline-back" style={size} aria-hidden="true">
      {muted.map((span) => (
        <span key={span.from} className="timeline-muted" style={placeOf(span, range, scale)} />
      ))}
      {now >= range.from && now <= range.to ? (
        <span className="timeline-today" style={{ left: todayAt.left + todayAt.width / 2 }} />
      ) : null}
      <svg {...size} className="timeline-arrows" aria-hidden="true">
        {arrows.map(({ blocker, blocked, path, head, isLate }) => (
          <g
            key={`${blocker} ${blocked}`}
            data-arrow={`${blocker} ${blocked}`}
            data-late={isLate || undefined}
          >
            <path className="timeline-line" d={path} />
            <path className="timeline-tip" d={head} />
          </g>
        ))}
      </svg>
    </div>
  );
}

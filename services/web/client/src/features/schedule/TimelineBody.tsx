import { useQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type RefObject, useCallback, useEffect, useLayoutEffect } from "react";
import { datedSprintsQuery } from "~/shared/api/sprints";
import { daysBetween } from "~/shared/lib/days";
import { holdInRange } from "~/shared/lib/holdInRange";
import type { Week } from "~/shared/lib/week";
import type { Band } from "./SprintBands";
import type { Scale } from "./scale";
import type { Span } from "./spans";
import { TimelineBack } from "./TimelineBack";
import { TimelineHead } from "./TimelineHead";
import { TimelineRow } from "./TimelineRow";
import type { ScheduleScreen } from "./useScheduleScreen";
import { useTimelineKeys } from "./useTimelineKeys";
import { rowHeight, type useTimelineRows } from "./useTimelineRows";

type TimelineBodyProps = {
  project: string;
  surface: RefObject<HTMLDivElement | null>;
  screen: ScheduleScreen;
  found: ReturnType<typeof useTimelineRows>;
  range: Span;
  scale: Scale;
  on: string;
  locale: Week;
};

const none: Band[] = [];
const ahead = 0.3;

/** The part of the timeline that is in sight: rows above each other, time from left to right. */
export function TimelineBody(props: TimelineBodyProps) {
  const { project, surface, screen, found, range, scale, on, locale } = props;
  const { rows, fold, arrows } = found;
  const keys = useTimelineKeys({ surface, rows, screen, fold });
  const { data: sprints = none } = useQuery(datedSprintsQuery(project));
  const held = rows.findIndex(({ key }) => key === keys.focused);
  const drawn = useVirtualizer({
    count: rows.length,
    getScrollElement: () => surface.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
    scrollPaddingStart: 64,
    rangeExtractor: useCallback((range) => holdInRange(range, held), [held]),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new focus scrolls
  useEffect(() => {
    if (held >= 0) drawn.scrollToIndex(held, { align: "auto" });
  }, [keys.focused]);
  useLayoutEffect(() => {
    const element = surface.current;
    if (!element) return;
    const side = element.querySelector(".timeline-side")?.getBoundingClientRect().width ?? 0;
    element.scrollLeft = daysBetween(range.from, on) * scale.day - (element.clientWidth - side) * ahead;
  }, [surface, range, scale, on]);

  const width = (daysBetween(range.from, range.to) + 1) * scale.day;
  const height = rows.length * rowHeight;
  const style: CSSProperties & Record<"--timeline-width", string> = { "--timeline-width": `${width}px` };
  return (
    <div
      ref={surface}
      role="treegrid"
      aria-label="Timeline"
      aria-rowcount={rows.length + 1}
      aria-busy={screen.schedule.isPending}
      data-stale={screen.schedule.isStale || undefined}
      className="timeline"
      style={style}
      {...keys.on}
    >
      <div role="rowgroup" className="timeline-top">
        <TimelineHead range={range} scale={scale} first={locale.first} sprints={sprints} />
      </div>
      <div role="rowgroup" className="timeline-run" style={{ height }}>
        <TimelineBack
          range={range}
          scale={scale}
          first={locale.first}
          weekend={locale.weekend}
          arrows={arrows}
          size={{ width, height }}
        />
        {drawn.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index];
          return row ? (
            <div key={key} role="presentation" className="timeline-place" style={{ top: start }}>
              <TimelineRow row={row} index={index} tabbable={held >= 0 ? index === held : index === 0} />
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}

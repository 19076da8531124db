import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useRef } from "react";
import { formatCount } from "~/shared/lib/format";
import { holdInRange } from "~/shared/lib/holdInRange";
import { taskLinkId } from "~/shared/lib/taskFocus";
import { ColumnHead } from "./ColumnHead";
import { readCard } from "./dragData";
import type { Focus } from "./focus";
import { LaneRow } from "./LaneRow";
import type { Lane } from "./lanes";
import type { BoardHead } from "./queries";

type LaneBoardProps = {
  columns: BoardHead["columns"];
  lanes: readonly Lane[];
  filtered: boolean;
  folded: ReadonlySet<string>;
  onFold: (lane: string) => void;
  focused: Focus | null;
};

const headHeight = 38;
const cardHeight = 66;
const mostHeight = 440;
const footHeight = 38;

/**
 * The board in lanes, of which only those in sight are drawn and read. A lane is no higher than some cards: a long one scrolls
 * by itself, so that the others stay within reach.
 */
export function LaneBoard(props: LaneBoardProps) {
  const { columns, lanes, filtered, folded, onFold, focused } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const held = lanes.findIndex(({ id }) => id === focused?.lane);
  const rows = useVirtualizer({
    count: lanes.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(lanes[index], folded),
    getItemKey: (index) => lanes[index]?.id ?? index,
    overscan: 2,
    rangeExtractor: useCallback((range: Range) => holdInRange(range, held), [held]),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new focus scrolls
  useEffect(() => {
    if (!focused || held < 0) return;
    const card = document.getElementById(taskLinkId(focused.key));
    if (card?.dataset["lane"] === focused.lane) card.scrollIntoView({ block: "nearest", inline: "nearest" });
    else rows.scrollToIndex(held, { align: "auto" });
  }, [focused?.key, held]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    return autoScrollForElements({ element, canScroll: ({ source }) => readCard(source.data) !== null });
  }, []);

  return (
    <div ref={scroller} className="lane-board">
      <div className="lanes">
        <div className="lane-columns">
          {columns.map(({ status, count }) => (
            <ColumnHead
              key={status.id}
              status={status}
              count={count}
              found={filtered ? formatCount(foundIn(lanes, status.id)) : null}
            />
          ))}
        </div>
        <div className="lane-run" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((row) => {
            const lane = lanes[row.index];
            return lane ? (
              <div
                key={row.key}
                ref={rows.measureElement}
                data-index={row.index}
                className="lane"
                style={{ top: row.start }}
              >
                <LaneRow
                  lane={lane}
                  folded={folded.has(lane.id)}
                  onFold={() => onFold(lane.id)}
                  focused={focused}
                />
              </div>
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}

function heightOf(lane: Lane | undefined, folded: ReadonlySet<string>): number {
  if (!lane || folded.has(lane.id)) return headHeight;
  return (
    headHeight + footHeight + Math.min(mostHeight, Math.max(1, ...Object.values(lane.counts)) * cardHeight)
  );
}

function foundIn(lanes: readonly Lane[], statusId: string): number {
  return lanes.reduce((sum, { counts }) => sum + (counts[statusId] ?? 0), 0);
}

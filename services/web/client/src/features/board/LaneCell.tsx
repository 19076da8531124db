import { memo, useRef } from "react";
import type { Status } from "~/shared/api/generated/api";
import { formatCounted } from "~/shared/lib/format";
import { ColumnCards } from "./ColumnCards";
import type { Lane } from "./lanes";
import { QuickAdd } from "./QuickAdd";
import { useLaneCell } from "./useColumn";
import { useColumnDrop } from "./useColumnDrop";
import { useRefusedDrag } from "./useRefusedDrag";

type LaneCellProps = { status: Status; lane: Lane; focused: string | null };

/** The cards of a lane in a column. */
export const LaneCell = memo(function LaneCell({ status, lane, focused }: LaneCellProps) {
  const ref = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const over = useColumnDrop(ref, scroller, status.id, lane.id);
  const refused = useRefusedDrag(status.id);
  const column = useLaneCell(status.id, lane);
  const total = Math.max(lane.counts[status.id] ?? 0, column.cards.length);
  return (
    <section
      ref={ref}
      className="column"
      data-over={over}
      data-refuses={refused}
      aria-label={`${status.name} of ${lane.name}, ${formatCounted(total, "task")}`}
    >
      <ColumnCards
        scroller={scroller}
        column={column}
        lane={lane.id}
        total={total}
        focused={focused}
        empty=""
      />
      <QuickAdd status={status} lane={lane} scroller={scroller} last={column.cards.at(-1)?.key} />
    </section>
  );
});

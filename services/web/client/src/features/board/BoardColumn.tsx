import { memo, useRef } from "react";
import type { Status } from "~/shared/api/generated/api";
import { formatCount, formatCounted } from "~/shared/lib/format";
import { useBoard } from "./BoardContext";
import { ColumnCards } from "./ColumnCards";
import { limitSaid } from "./ColumnCount";
import { ColumnHead } from "./ColumnHead";
import { QuickAdd } from "./QuickAdd";
import { useColumn } from "./useColumn";
import { useColumnDrop } from "./useColumnDrop";
import { useRefusedDrag } from "./useRefusedDrag";

type BoardColumnProps = { status: Status; count: number; focused: string | null };

/** A column: its name, how many cards it has, and the window of them that is in sight. */
export const BoardColumn = memo(function BoardColumn({ status, count, focused }: BoardColumnProps) {
  const { filter } = useBoard();
  const ref = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const over = useColumnDrop(ref, scroller, status.id, "");
  const refused = useRefusedDrag(status.id);
  const column = useColumn(status.id);
  const filtered = filter !== "";
  const total = filtered ? column.cards.length : Math.max(count, column.cards.length);
  const more = filtered && column.query.hasNextPage;
  const tasks = `${formatCounted(total, "task")}${more ? " or more" : ""}`;
  const whole = filtered ? count : total;
  const limit = limitSaid(status, whole);
  return (
    <section
      ref={ref}
      className="column"
      data-over={over}
      data-refuses={refused}
      aria-label={[status.name, ...(filtered || !limit ? [tasks] : []), ...(limit ? [limit] : [])].join(", ")}
    >
      <ColumnHead
        status={status}
        count={whole}
        found={filtered ? `${formatCount(total)}${more ? "+" : ""}` : null}
      />
      <ColumnCards
        scroller={scroller}
        column={column}
        lane=""
        total={total}
        focused={focused}
        empty={filtered ? "Nothing here matches the filter." : "No tasks. Drop one here."}
      />
      <QuickAdd status={status} lane={null} scroller={scroller} last={column.cards.at(-1)?.key} />
    </section>
  );
});

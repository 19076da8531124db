import { useInfiniteQuery } from "@tanstack/react-query";
import { memo, useRef } from "react";
import type { Status } from "~/shared/api/generated/api";
import { reasonOf } from "~/shared/api/problem";
import { StatusGlyph } from "~/shared/domain/Glyphs";
import { formatCount, formatCounted } from "~/shared/lib/format";
import { Button, IconButton } from "~/shared/ui/Button";
import { useBoard } from "./BoardContext";
import { CardWindow } from "./CardWindow";
import { cardsOf } from "./cards";
import { columnQuery } from "./queries";
import { useColumnDrop } from "./useColumnDrop";

type BoardColumnProps = { status: Status; count: number; focused: string | null };

/** A column: its name, how many cards it has, and the window of them that is in sight. */
export const BoardColumn = memo(function BoardColumn({ status, count, focused }: BoardColumnProps) {
  const { project, filter, canCreate, create } = useBoard();
  const column = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const over = useColumnDrop(column, scroller, status.id);
  const query = useInfiniteQuery(columnQuery(project, status.id, filter));
  const cards = cardsOf(query.data);
  const filtered = filter !== "";
  const total = filtered ? cards.length : Math.max(count, cards.length);
  const more = filtered && query.hasNextPage ? "+" : "";
  return (
    <section
      ref={column}
      className="column"
      data-over={over}
      aria-label={`${status.name}, ${formatCounted(total, "task")}${more ? " or more" : ""}`}
    >
      <header className="column-head">
        <StatusGlyph category={status.category} />
        <h2>{status.name}</h2>
        <span className="column-count">
          {formatCount(total)}
          {more}
        </span>
        {canCreate ? (
          <IconButton icon="add" label={`New task in ${status.name}`} onClick={() => create(status.id)} />
        ) : null}
      </header>
      {query.isError && cards.length === 0 ? (
        <div className="column-note" role="alert">
          <p>{reasonOf(query.error)}</p>
          <Button icon="retry" onClick={() => void query.refetch()}>
            Try again
          </Button>
        </div>
      ) : (
        <CardWindow
          scroller={scroller}
          cards={cards}
          total={total}
          loading={query.isPending}
          hasMore={query.hasNextPage && !query.isFetching && !query.isFetchNextPageError}
          onMore={() => void query.fetchNextPage()}
          focused={focused}
          empty={filtered ? "Nothing here matches the filter." : "No tasks. Drop one here."}
        />
      )}
    </section>
  );
});

import { type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect } from "react";
import { holdInRange } from "~/shared/lib/holdInRange";
import { BoardCard } from "./BoardCard";
import type { CardView } from "./cards";

type CardWindowProps = {
  scroller: RefObject<HTMLDivElement | null>;
  cards: readonly CardView[];
  lane: string;
  total: number;
  loading: boolean;
  hasMore: boolean;
  onMore: () => void;
  focused: string | null;
  empty: string;
};

const usualHeight = 66;
const readAhead = 25;

/**
 * The part of a column that is in sight. The scrollbar spans the whole column; places whose cards are not loaded yet
 * are drawn as blanks, and coming near them loads the next window.
 */
export function CardWindow(props: CardWindowProps) {
  const { scroller, cards, lane, total, loading, hasMore, onMore, focused, empty } = props;
  const held = cards.findIndex((card) => card.key === focused);
  const rows = useVirtualizer({
    count: loading ? Math.min(4, total || 4) : total,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => cards[index]?.key ?? `blank-${index}`,
    overscan: 6,
    rangeExtractor: useCallback((range: Range) => holdInRange(range, held), [held]),
  });
  const shown = rows.getVirtualItems();
  const last = rows.range?.endIndex ?? 0;

  useEffect(() => {
    if (hasMore && last >= cards.length - readAhead) onMore();
  }, [hasMore, last, cards.length, onMore]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new focus scrolls, or its card when it comes
  useEffect(() => {
    if (held >= 0) rows.scrollToIndex(held, { align: "auto" });
  }, [focused, held >= 0]);

  return (
    <div
      ref={scroller}
      className="column-scroll"
      role={cards.length > 0 ? "list" : undefined}
      aria-busy={loading}
      tabIndex={-1}
    >
      {total === 0 && !loading && empty ? <p className="column-empty">{empty}</p> : null}
      <div className="column-run" role="presentation" style={{ height: rows.getTotalSize() }}>
        {shown.map((row) => {
          const card = cards[row.index];
          return (
            <div
              key={row.key}
              ref={rows.measureElement}
              data-index={row.index}
              className="column-row"
              role="presentation"
              style={{ top: row.start }}
            >
              {card ? (
                <BoardCard
                  card={card}
                  lane={lane}
                  index={row.index}
                  total={total}
                  tabbable={held >= 0 ? row.index === held : row.index === 0}
                />
              ) : (
                <div className="card-slot">
                  <div className="card card-blank skeleton-block" />
                </div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

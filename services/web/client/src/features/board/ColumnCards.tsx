import type { RefObject } from "react";
import { reasonOf } from "~/shared/api/problem";
import { Button } from "~/shared/ui/Button";
import { CardWindow } from "./CardWindow";
import type { ColumnQuery } from "./useColumn";

type ColumnCardsProps = {
  scroller: RefObject<HTMLDivElement | null>;
  column: ColumnQuery;
  lane: string;
  total: number;
  focused: string | null;
  empty: string;
};

/** The cards of a column, or of a lane in it; or why they are not there. */
export function ColumnCards({ scroller, column, lane, total, focused, empty }: ColumnCardsProps) {
  const { query, cards } = column;
  if (query.isError && cards.length === 0) {
    return (
      <div className="column-note" role="alert">
        <p>{reasonOf(query.error)}</p>
        <Button icon="retry" onClick={() => void query.refetch()}>
          Try again
        </Button>
      </div>
    );
  }
  return (
    <CardWindow
      scroller={scroller}
      cards={cards}
      lane={lane}
      total={total}
      loading={query.isPending}
      hasMore={query.hasNextPage && !query.isFetching && !query.isFetchNextPageError}
      onMore={() => void query.fetchNextPage()}
      focused={focused}
      empty={empty}
    />
  );
}

import { useInfiniteQuery } from "@tanstack/react-query";
import { useBoard } from "./BoardContext";
import { cardsOf } from "./cards";
import { type Lane, laneFilter } from "./lanes";
import { columnQuery, laneCellQuery } from "./queries";

/** The cards of a column, window by window. */
export function useColumn(statusId: string) {
  const { project, filter } = useBoard();
  const query = useInfiniteQuery(columnQuery(project, statusId, filter));
  return { query, cards: cardsOf(query.data) };
}

export type ColumnQuery = ReturnType<typeof useColumn>;

/** The cards of a column in a lane; where there are none, nothing is asked for. */
export function useLaneCell(statusId: string, lane: Lane): ColumnQuery {
  const { project, filter } = useBoard();
  const count = lane.counts[statusId] ?? 0;
  const query = useInfiniteQuery(laneCellQuery(project, statusId, laneFilter(filter, lane), count));
  return { query, cards: cardsOf(query.data) };
}

import type { QueryClient } from "@tanstack/react-query";
import type { Move } from "~/shared/api/generated/api";
import { type CardView, type ColumnPages, withCard, withoutCard } from "./cards";
import { recounted } from "./laneCounts";
import { type Grouping, laneFilter, laneIdOf, movedCard } from "./lanes";
import { type BoardHead, boardKey, columnsKey, lanesQuery } from "./queries";

/** How a project's board is looked at. */
export type Shown = { filter: string; by: Grouping | null };

/** Shows a card where a move takes it. */
export function showMove(client: QueryClient, project: string, shown: Shown, card: CardView, to: Move): void {
  place(client, project, shown, {
    from: card,
    placed: movedCard(card, to, lanesOf(client, project, shown)),
    to,
  });
}

/** Shows a new card at the end of its column. */
export function showAdded(client: QueryClient, project: string, shown: Shown, card: CardView): void {
  place(client, project, shown, { from: null, placed: card, to: { statusId: card.statusId } });
}

type Placing = { from: CardView | null; placed: CardView; to: Move };

function place(client: QueryClient, project: string, shown: Shown, { from, placed, to }: Placing): void {
  const { filter, by } = shown;
  const target = laneFilter(filter, by && { by, id: laneIdOf(placed, by) });
  for (const [queryKey, pages] of client.getQueriesData<ColumnPages>({ queryKey: columnsKey(project) })) {
    if (!pages) continue;
    const [, , statusId, columnFilter] = queryKey;
    const rest = withoutCard(pages, placed.key);
    const isTarget = statusId === to.statusId && columnFilter === target;
    client.setQueryData(queryKey, isTarget ? withCard(rest, placed, to) : rest);
  }
  const lanes = lanesOf(client, project, shown);
  if (by && lanes.length > 0)
    client.setQueryData(lanesQuery(project, by, filter).queryKey, recounted(lanes, by, from, placed));
  client.setQueryData<BoardHead>(
    boardKey(project),
    (head) => head && recount(head, from?.statusId, to.statusId),
  );
}

function lanesOf(client: QueryClient, project: string, { filter, by }: Shown) {
  return (by && client.getQueryData(lanesQuery(project, by, filter).queryKey)) ?? [];
}

function recount(head: BoardHead, from: string | undefined, to: string): BoardHead {
  const change = (id: string) => Number(id === to) - Number(id === from);
  return {
    ...head,
    columns: head.columns.map((column) => ({ ...column, count: column.count + change(column.status.id) })),
  };
}

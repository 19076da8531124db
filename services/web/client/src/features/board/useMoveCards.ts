import { type QueryClient, type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Move, PlannedTasks, Task } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { projectPath } from "~/shared/api/projects";
import { taskPath } from "~/shared/api/tasks";
import { tellNotMoved } from "~/shared/domain/moves";
import { offerUndoOf } from "~/shared/domain/undo";
import { noteWritten } from "~/shared/live/written";
import type { CardView, ColumnPages } from "./cards";
import type { Grouping, LaneCount } from "./lanes";
import { beginMove, endMove, isMoving } from "./moving";
import { type BoardHead, boardKey, columnsKey, lanesKey } from "./queries";
import { showMove } from "./showing";

type MoveCards = { cards: readonly CardView[]; to: Move };

type Before = {
  head: BoardHead | undefined;
  columns: [QueryKey, ColumnPages | undefined][];
  lanes: [QueryKey, LaneCount[] | undefined][];
};

/** Moves cards, all or none: at once on screen, then on the server, one move after the other; a refusal puts them back. */
export function useMoveCards(project: string, filter: string, by: Grouping | null) {
  const client = useQueryClient();
  const { mutate } = useMutation({
    scope: { id: `move-${project}` },
    mutationFn: (move: MoveCards) => send(project, move),
    onMutate: async ({ cards, to }): Promise<Before> => {
      beginMove(project);
      await Promise.all([
        client.cancelQueries({ queryKey: boardKey(project) }),
        client.cancelQueries({ queryKey: columnsKey(project) }),
        client.cancelQueries({ queryKey: lanesKey(project) }),
      ]);
      const before: Before = {
        head: client.getQueryData<BoardHead>(boardKey(project)),
        columns: client.getQueriesData<ColumnPages>({ queryKey: columnsKey(project) }),
        lanes: client.getQueriesData<LaneCount[]>({ queryKey: lanesKey(project) }),
      };
      let next = to;
      for (const card of cards) {
        showMove(client, project, { filter, by }, card, next);
        const { beforeKey: _, ...place } = next;
        next = { ...place, afterKey: card.key };
      }
      return before;
    },
    onError: (error, { cards }, before) => {
      endMove(project);
      if (before && !isMoving(project)) restore(client, project, before);
      tellNotMoved(cards, error);
    },
    onSuccess: (moved) => {
      moved.forEach(noteWritten);
      endMove(project);
      offerUndoOf(client, moved);
    },
    onSettled: (_task, _error, { cards }) => {
      for (const { key } of cards) void client.invalidateQueries({ queryKey: ["task", key] });
      if (!isMoving(project)) void client.invalidateQueries({ queryKey: boardKey(project) });
    },
  });
  return mutate;
}

async function send(
  project: string,
  { cards, to }: MoveCards,
): Promise<readonly Pick<Task, "key" | "version">[]> {
  const [card, ...others] = cards;
  if (card && others.length === 0)
    return [await request<Task>(`${taskPath(card.key)}/move`, { method: "POST", body: to })];
  const body = { keys: cards.map(({ key }) => key), ...to };
  return (await request<PlannedTasks>(`${projectPath(project)}/board/moves`, { method: "POST", body })).items;
}

function restore(client: QueryClient, project: string, before: Before): void {
  for (const [queryKey, data] of [...before.columns, ...before.lanes]) client.setQueryData(queryKey, data);
  client.setQueryData<BoardHead>(boardKey(project), before.head && { ...before.head, etag: null });
}

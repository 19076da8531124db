import { useCallback } from "react";
import type { Move, Status } from "~/shared/api/generated/api";
import type { MayGo } from "~/shared/api/workflow";
import { mayMove } from "~/shared/domain/moves";
import { toast } from "~/shared/ui/toasts";
import type { CardView } from "./cards";
import type { Grouping } from "./lanes";
import { useMoveCards } from "./useMoveCards";

type Around = { filter: string; by: Grouping | null; statuses: readonly Status[]; mayGo: MayGo };

/**
 * Moving cards as the board offers it: a null destination is cards that stay, and so is one where the workflow does not
 * lead for all of them, which is told. Answers whether the cards may be looked for there.
 */
export function useCardMoves(project: string, { filter, by, statuses, mayGo }: Around) {
  const mutate = useMoveCards(project, filter, by);
  const move = useCallback(
    (cards: readonly CardView[], to: Move | null): boolean => {
      const stuck = to && cards.find(({ statusId }) => !mayGo(statusId, to.statusId));
      if (stuck) {
        const name = (wanted: string) => statuses.find(({ id }) => id === wanted)?.name ?? "there";
        toast(`${stuck.key} stays in ${name(stuck.statusId)}`, {
          tone: "bad",
          detail: `The workflow does not lead from ${name(stuck.statusId)} to ${name(to.statusId)}.`,
        });
        return false;
      }
      if (to && !mayMove(cards)) return false;
      if (to) mutate({ cards, to });
      return true;
    },
    [mutate, statuses, mayGo],
  );
  return { move };
}

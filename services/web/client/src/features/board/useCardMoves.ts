import { useCallback } from "react";
import type { Move, Status } from "~/shared/api/generated/api";
import type { MayGo } from "~/shared/api/workflow";
import { toast } from "~/shared/ui/toasts";
import type { CardView } from "./cards";
import type { Grouping } from "./lanes";
import { useMoveCard } from "./useMoveCard";

type Around = { filter: string; by: Grouping | null; statuses: readonly Status[]; mayGo: MayGo };

/**
 * Moving cards as the board offers it: a null destination is a card that stays, and so does one where the workflow does not
 * lead, which is told. Answers whether the card may be looked for there.
 */
export function useCardMoves(project: string, { filter, by, statuses, mayGo }: Around) {
  const mutate = useMoveCard(project, filter, by);
  const move = useCallback(
    (card: CardView, to: Move | null): boolean => {
      if (to && !mayGo(card.statusId, to.statusId)) {
        const name = (wanted: string) => statuses.find(({ id }) => id === wanted)?.name ?? "there";
        toast(`${card.key} stays in ${name(card.statusId)}`, {
          tone: "bad",
          detail: `The workflow does not lead from ${name(card.statusId)} to ${name(to.statusId)}.`,
        });
        return false;
      }
      if (to) mutate({ card, to });
      return true;
    },
    [mutate, statuses, mayGo],
  );
  return { move };
}

import { useCallback } from "react";
import type { Move } from "~/shared/api/generated/api";
import type { CardView } from "./cards";
import type { Grouping } from "./lanes";
import { useMoveCard } from "./useMoveCard";

/** Moving cards as the board offers it: a null destination is a card that stays. */
export function useCardMoves(project: string, filter: string, by: Grouping | null) {
  const mutate = useMoveCard(project, filter, by);
  const move = useCallback(
    (card: CardView, to: Move | null) => {
      if (to) mutate({ card, to });
    },
    [mutate],
  );
  return { move };
}

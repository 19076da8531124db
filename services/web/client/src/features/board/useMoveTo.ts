import type { Move } from "~/shared/api/generated/api";
import { useBoard } from "./BoardContext";
import type { CardView } from "./cards";

/** Takes a card, and those selected with it, to a place in a lane; the focus goes along. */
export function useMoveTo(card: CardView, from: string) {
  const { takenWith, move, follow } = useBoard();
  return (lane: string, place: (taken: readonly CardView[]) => Move | null) => {
    const { key, statusId } = card;
    const taken = takenWith(card);
    const to = place(taken);
    if (to && move(taken, to)) follow({ key, statusId, lane: from }, { key, statusId: to.statusId, lane });
  };
}

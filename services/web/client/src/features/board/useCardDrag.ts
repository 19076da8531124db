import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import {
  attachClosestEdge,
  type Edge,
  extractClosestEdge,
} from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import { type RefObject, useEffect, useState } from "react";
import type { CardView } from "./cards";
import { cardData, readCard } from "./dragData";

/** Makes an element a card that can be dragged and dropped upon; tells where a drop would put the other card. */
export function useCardDrag(
  ref: RefObject<HTMLElement | null>,
  card: CardView,
  lane: string,
  enabled: boolean,
) {
  const [dragging, setDragging] = useState(false);
  const [edge, setEdge] = useState<Edge | null>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element || !enabled) return;
    return combine(
      draggable({
        element,
        getInitialData: () => cardData(card, lane),
        onDragStart: () => setDragging(true),
        onDrop: () => setDragging(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => readCard(source.data) !== null,
        getData: ({ input }) =>
          attachClosestEdge(cardData(card, lane), { input, element, allowedEdges: ["top", "bottom"] }),
        onDrag: ({ self, source }) =>
          setEdge(readCard(source.data)?.key === card.key ? null : extractClosestEdge(self.data)),
        onDragLeave: () => setEdge(null),
        onDrop: () => setEdge(null),
      }),
    );
  }, [ref, card, lane, enabled]);
  return { dragging, edge };
}

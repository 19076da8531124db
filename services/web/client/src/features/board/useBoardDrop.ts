import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { monitorForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import { type RefObject, useEffect, useRef } from "react";
import type { Move } from "~/shared/api/generated/api";
import type { BoardActions } from "./BoardContext";
import type { CardView } from "./cards";
import { readCard, readColumn } from "./dragData";
import { besideCard, endOf, type PlaceOf, topOf } from "./places";

type Drop = Pick<BoardActions, "placeOf" | "selected" | "takenWith" | "move">;

/** Turns a drop anywhere on the board into a move, and scrolls the board sideways while a card hangs at its edge. */
export function useBoardDrop(board: RefObject<HTMLElement | null>, drop: Drop): void {
  const current = useRef(drop);
  current.current = drop;
  useEffect(() => {
    const element = board.current;
    if (!element) return;
    return combine(
      autoScrollForElements({ element, canScroll: ({ source }) => readCard(source.data) !== null }),
      monitorForElements({
        canMonitor: ({ source }) => readCard(source.data) !== null,
        onDragStart: ({ source }) => {
          const dragged = readCard(source.data);
          if (dragged && current.current.selected.has(dragged.key)) element.dataset["dragging"] = "selected";
        },
        onDrop: ({ source, location }) => {
          delete element.dataset["dragging"];
          const dragged = readCard(source.data);
          const target = location.current.dropTargets[0];
          if (!dragged || !target) return;
          const { placeOf, takenWith, move } = current.current;
          const card = placeOf(dragged.statusId, dragged.lane).cards.find((item) => item.key === dragged.key);
          if (!card) return;
          const taken = takenWith(card);
          move(taken, destination(taken, target.data, placeOf));
        },
      }),
    );
  }, [board]);
}

function destination(
  taken: readonly CardView[],
  data: Record<string | symbol, unknown>,
  placeOf: PlaceOf,
): Move | null {
  const onCard = readCard(data);
  if (onCard) {
    const edge = extractClosestEdge(data) === "top" ? "top" : "bottom";
    return besideCard(taken, placeOf(onCard.statusId, onCard.lane), onCard.key, edge);
  }
  const onColumn = readColumn(data);
  if (!onColumn) return null;
  const place = placeOf(onColumn.statusId, onColumn.lane);
  return onColumn.end === "top" ? topOf(taken, place) : endOf(taken, place, true);
}

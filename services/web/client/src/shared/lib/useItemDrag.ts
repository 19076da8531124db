import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import {
  attachClosestEdge,
  type Edge,
  extractClosestEdge,
} from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import { type RefObject, useEffect, useState } from "react";

type Data = Record<string | symbol, unknown>;
type Read = (data: Data) => { key: string } | null;

/**
 * Makes an element an item that can be dragged and dropped upon; tells at which of its edges a drop would put the other.
 * `data` keeps its identity while it says the same; `together` is how many go when it does.
 */
export function useItemDrag(
  ref: RefObject<HTMLElement | null>,
  data: Data,
  read: Read,
  enabled: boolean,
  together = 1,
) {
  const [dragging, setDragging] = useState(false);
  const [edge, setEdge] = useState<Edge | null>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element || !enabled) return;
    const key = read(data)?.key;
    return combine(
      draggable({
        element,
        getInitialData: () => data,
        onGenerateDragPreview: () => {
          if (together > 1) element.dataset["together"] = String(together);
        },
        onDragStart: () => {
          delete element.dataset["together"];
          setDragging(true);
        },
        onDrop: () => setDragging(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => read(source.data) !== null,
        getData: ({ input }) => attachClosestEdge(data, { input, element, allowedEdges: ["top", "bottom"] }),
        onDrag: ({ self, source }) =>
          setEdge(read(source.data)?.key === key ? null : extractClosestEdge(self.data)),
        onDragLeave: () => setEdge(null),
        onDrop: () => setEdge(null),
      }),
    );
  }, [ref, data, read, enabled, together]);
  return { dragging, edge };
}

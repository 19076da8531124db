import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import {
  attachClosestEdge,
  type Edge,
  extractClosestEdge,
} from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import { type RefObject, useEffect, useState } from "react";
import { readRow, rowData, sectionData } from "./dragData";

type Element = RefObject<HTMLElement | null>;

/** Makes a row that can be dragged and dropped upon; tells at which of its edges a drop would put the others. */
export function useRowDrag(ref: Element, key: string, section: string, enabled: boolean) {
  const [dragging, setDragging] = useState(false);
  const [edge, setEdge] = useState<Edge | null>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element || !enabled) return;
    return combine(
      draggable({
        element,
        getInitialData: () => rowData(key, section),
        onDragStart: () => setDragging(true),
        onDrop: () => setDragging(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => readRow(source.data) !== null,
        getData: ({ input }) =>
          attachClosestEdge(rowData(key, section), { input, element, allowedEdges: ["top", "bottom"] }),
        onDrag: ({ self, source }) =>
          setEdge(readRow(source.data)?.key === key ? null : extractClosestEdge(self.data)),
        onDragLeave: () => setEdge(null),
        onDrop: () => setEdge(null),
      }),
    );
  }, [ref, key, section, enabled]);
  return { dragging, edge };
}

/** Makes a section's head or its empty place take rows; tells whether one hangs over it. */
export function useSectionDrop(ref: Element, section: string, enabled: boolean): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element || !enabled) return;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => readRow(source.data) !== null,
      getData: () => sectionData(section),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [ref, section, enabled]);
  return over;
}

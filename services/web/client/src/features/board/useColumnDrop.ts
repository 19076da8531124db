import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { type RefObject, useEffect, useState } from "react";
import { useBoard } from "./BoardContext";
import { columnData, readCard, readColumn } from "./dragData";

type Ends = "top" | "bottom" | "cards";

/** Makes a column take cards above and below its own, and scroll while one hangs near its edge. */
export function useColumnDrop(
  column: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  statusId: string,
  lane: string,
): Ends | undefined {
  const { mayGo } = useBoard();
  const [over, setOver] = useState<Ends>();
  useEffect(() => {
    const element = column.current;
    const list = scroller.current;
    if (!element || !list) return;
    return combine(
      dropTargetForElements({
        element,
        canDrop: ({ source }) => {
          const card = readCard(source.data);
          return card !== null && mayGo(card.statusId, statusId);
        },
        getData: ({ input }) =>
          columnData(statusId, lane, input.clientY < list.getBoundingClientRect().top ? "top" : "bottom"),
        onDrag: ({ self, location }) => {
          const innermost = location.current.dropTargets[0];
          setOver(innermost?.element === element ? (readColumn(self.data)?.end ?? "bottom") : "cards");
        },
        onDragLeave: () => setOver(undefined),
        onDrop: () => setOver(undefined),
      }),
      autoScrollForElements({ element: list, canScroll: ({ source }) => readCard(source.data) !== null }),
    );
  }, [column, scroller, statusId, lane, mayGo]);
  return over;
}

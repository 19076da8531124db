import { draggable } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type RefObject, useEffect, useState } from "react";
import { dayAt, taskData } from "./dragData";
import type { Part } from "./spans";

/** Makes an element a part of a task that can be dragged onto another day. */
export function useTaskDrag(
  ref: RefObject<HTMLElement | null>,
  key: string,
  part: Part,
  enabled: boolean,
  week: readonly string[] = [],
): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element || !enabled) return;
    return draggable({
      element,
      getInitialData: ({ input }) => {
        const row = element.closest("[data-week]");
        return taskData({ key, part, day: row && dayAt(week, row, input.clientX) });
      },
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    });
  }, [ref, key, part, enabled, week]);
  return dragging;
}

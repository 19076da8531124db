import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type RefObject, useEffect, useState } from "react";
import { dayAt, dayData, readDayData, readTask } from "./dragData";

/** Makes a week take tasks onto its days; gives the day over which one hangs. */
export function useWeekDrop(ref: RefObject<HTMLElement | null>, week: readonly string[]): string | null {
  const [over, setOver] = useState<string | null>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => readTask(source.data) !== null,
      getData: ({ input }) => dayData(dayAt(week, element, input.clientX) ?? ""),
      onDrag: ({ self }) => setOver(readDayData(self.data)),
      onDragLeave: () => setOver(null),
      onDrop: () => setOver(null),
    });
  }, [ref, week]);
  return over;
}

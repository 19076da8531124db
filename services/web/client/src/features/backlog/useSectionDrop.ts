import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type RefObject, useEffect, useState } from "react";
import { readRow, sectionData } from "./dragData";

/** Makes a section's head or its empty place take rows; tells whether one hangs over it. */
export function useSectionDrop(
  ref: RefObject<HTMLElement | null>,
  section: string,
  enabled: boolean,
): boolean {
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

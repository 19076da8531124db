import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { monitorForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import { type RefObject, useEffect, useRef } from "react";
import type { BacklogActions } from "./BacklogContext";
import { readRow, readSection } from "./dragData";
import { type Place, placeAt, type Section, usualPlace } from "./sections";

/** Turns a drop anywhere in the backlog into a move, and scrolls while a row hangs near its edge. */
export function useBacklogDrop(
  surface: RefObject<HTMLElement | null>,
  { sections, move }: Pick<BacklogActions, "sections" | "move">,
): void {
  const current = useRef({ sections, move });
  current.current = { sections, move };
  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    const isRow = ({ source }: { source: { data: Record<string | symbol, unknown> } }) =>
      readRow(source.data) !== null;
    return combine(
      autoScrollForElements({ element, canScroll: isRow }),
      monitorForElements({
        canMonitor: isRow,
        onDrop: ({ source, location }) => {
          const dragged = readRow(source.data);
          const target = location.current.dropTargets[0];
          if (!dragged || !target) return;
          const { sections: now, move: moveNow } = current.current;
          const from = now.find(({ id }) => id === dragged.section);
          const task = from?.tasks.find(({ key }) => key === dragged.key);
          if (task) moveNow(task, (moved) => destination(target.data, now, moved));
        },
      }),
    );
  }, [surface]);
}

function destination(
  data: Record<string | symbol, unknown>,
  sections: readonly Section[],
  moved: ReadonlySet<string>,
): Place | null {
  const row = readRow(data);
  const section = sections.find(({ id }) => id === (row?.section ?? readSection(data)));
  if (!section) return null;
  if (!row) return usualPlace(section, moved);
  const at = section.tasks.findIndex(({ key }) => key === row.key);
  if (at < 0 || (moved.size === 1 && moved.has(row.key))) return null;
  return placeAt(section, extractClosestEdge(data) === "top" ? at : at + 1, moved);
}

import { monitorForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useState } from "react";
import { useBoard } from "./BoardContext";
import { readCard } from "./dragData";

/** While a card is dragged that may not come into a column: what the column that it is from is called. */
export function useRefusedDrag(statusId: string): string | undefined {
  const { statuses, mayGo } = useBoard();
  const [from, setFrom] = useState<string>();
  useEffect(
    () =>
      monitorForElements({
        onDragStart: ({ source }) => {
          const card = readCard(source.data);
          if (card && !mayGo(card.statusId, statusId)) setFrom(card.statusId);
        },
        onDrop: () => setFrom(undefined),
      }),
    [statusId, mayGo],
  );
  return from && statuses.find(({ id }) => id === from)?.name;
}

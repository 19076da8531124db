import { memo, useMemo, useRef } from "react";
import { onChoice, onPlainClick } from "~/shared/lib/onPlainClick";
import { useItemDrag } from "~/shared/lib/useItemDrag";
import { classes } from "~/shared/ui/classes";
import { useBoard } from "./BoardContext";
import { CardMenu } from "./CardMenu";
import { CardHead, CardNotes } from "./CardParts";
import { CardLinks } from "./CardValues";
import type { CardView } from "./cards";
import { cardData, readCard } from "./dragData";

type BoardCardProps = { card: CardView; lane: string; tabbable: boolean; index: number; total: number };

/** A card: a link to its task that can be dragged, moved by keys, and opened. */
export const BoardCard = memo(function BoardCard({ card, lane, tabbable, index, total }: BoardCardProps) {
  const ref = useRef<HTMLDivElement>(null);
  const { canMove, openKey, open, selected, select } = useBoard();
  const isSelected = selected.has(card.key);
  const together = isSelected ? selected.size : 1;
  const data = useMemo(() => cardData(card, lane), [card, lane]);
  const { dragging, edge } = useItemDrag(ref, data, readCard, canMove, together);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the list is windowed, so its items are positioned boxes
    <div
      ref={ref}
      className="card-slot"
      data-edge={edge}
      role="listitem"
      aria-posinset={index + 1}
      aria-setsize={total}
    >
      <a
        id={`card-${card.key}`}
        data-card={card.key}
        data-status={card.statusId}
        data-lane={lane}
        href={`/browse/${card.key}`}
        draggable={false}
        tabIndex={tabbable ? 0 : -1}
        aria-current={openKey === card.key || undefined}
        className={classes(
          "card",
          dragging && "card-dragging",
          openKey === card.key && "card-open",
          isSelected && "card-selected",
        )}
        onClick={
          canMove
            ? onChoice(
                () => open(card.key),
                (range) => select(card.key, range),
              )
            : onPlainClick(() => open(card.key))
        }
      >
        {isSelected ? <span className="visually-hidden">Selected.</span> : null}
        <CardHead card={card} />
        <span className="card-title">{card.title}</span>
        <CardNotes card={card} />
      </a>
      <CardLinks card={card} tabIndex={tabbable ? 0 : -1} />
      {canMove ? <CardMenu card={card} lane={lane} /> : null}
    </div>
  );
});

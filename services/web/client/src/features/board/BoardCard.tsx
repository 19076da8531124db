import { memo, useRef } from "react";
import { DueDay } from "~/shared/domain/DueDay";
import { BlockedGlyph, PriorityGlyph, TypeGlyph } from "~/shared/domain/Glyphs";
import { Avatar } from "~/shared/ui/Avatar";
import { classes } from "~/shared/ui/classes";
import { useBoard } from "./BoardContext";
import { CardMenu } from "./CardMenu";
import type { CardView } from "./cards";
import { useCardDrag } from "./useCardDrag";

type BoardCardProps = { card: CardView; tabbable: boolean; index: number; total: number };

/** A card: a link to its task that can be dragged, moved by keys, and opened. */
export const BoardCard = memo(function BoardCard({ card, tabbable, index, total }: BoardCardProps) {
  const ref = useRef<HTMLDivElement>(null);
  const { canMove, people, statuses, openKey, open } = useBoard();
  const { dragging, edge } = useCardDrag(ref, card, canMove);
  const assignee = card.assigneeId ? people.get(card.assigneeId) : undefined;
  const category = statuses.find(({ id }) => id === card.statusId)?.category;
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
        href={`/browse/${card.key}`}
        draggable={false}
        tabIndex={tabbable ? 0 : -1}
        aria-current={openKey === card.key || undefined}
        className={classes("card", dragging && "card-dragging", openKey === card.key && "card-open")}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          open(card.key);
        }}
      >
        <span className="card-head">
          <TypeGlyph type={card.type} />
          <span className="card-key">{card.key}</span>
          {card.points === null ? null : (
            <span className="card-points" title="Points">
              <span className="visually-hidden">points </span>
              {card.points}
            </span>
          )}
          {card.blocked && category !== "done" ? <BlockedGlyph /> : null}
          <PriorityGlyph priority={card.priority} />
          {assignee ? (
            <>
              <Avatar user={assignee} size={18} />
              <span className="visually-hidden">assigned to {assignee.name}</span>
            </>
          ) : null}
        </span>
        <span className="card-title">{card.title}</span>
        {card.parent ? (
          <span className="card-parent" title={`${card.parent.key} ${card.parent.title}`}>
            <TypeGlyph type={card.parent.type} />
            <span>{card.parent.title}</span>
          </span>
        ) : null}
        {card.dueDate ? <DueDay day={card.dueDate} category={category} /> : null}
        {card.labels.length > 0 ? <CardLabels labels={card.labels} /> : null}
      </a>
      {canMove ? <CardMenu card={card} /> : null}
    </div>
  );
});

function CardLabels({ labels }: { labels: readonly string[] }) {
  const shown = labels.slice(0, 3);
  return (
    <span className="card-labels">
      {shown.map((label) => (
        <span key={label} className="label">
          {label}
        </span>
      ))}
      {labels.length > shown.length ? <span className="label">+{labels.length - shown.length}</span> : null}
    </span>
  );
}

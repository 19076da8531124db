import { DueDay } from "~/shared/domain/DueDay";
import { BlockedGlyph, PriorityGlyph, TypeGlyph } from "~/shared/domain/Glyphs";
import { LabelChips } from "~/shared/domain/LabelChips";
import { Avatar } from "~/shared/ui/Avatar";
import { Icon } from "~/shared/ui/Icon";
import { useBoard } from "./BoardContext";
import { CardValues } from "./CardValues";
import type { CardView } from "./cards";

/** The line above a card's title: its key, and what of the rest is chosen. */
export function CardHead({ card }: { card: CardView }) {
  const { fields, people } = useBoard();
  const category = useCategory(card);
  const assignee = card.assigneeId ? people.get(card.assigneeId) : undefined;
  return (
    <span className="card-head">
      {fields.includes("type") ? <TypeGlyph type={card.type} /> : null}
      <span className="card-key">{card.key}</span>
      {card.points === null || !fields.includes("points") ? null : (
        <span className="card-points" title="Points">
          <span className="visually-hidden">points </span>
          {card.points}
        </span>
      )}
      {card.blocked && category !== "done" ? <BlockedGlyph /> : null}
      {fields.includes("priority") ? <PriorityGlyph priority={card.priority} /> : null}
      {card.assigneeId && fields.includes("assignee") ? (
        <>
          <Avatar user={assignee} size={18} />
          {assignee ? <span className="visually-hidden">assigned to {assignee.name}</span> : null}
        </>
      ) : null}
    </span>
  );
}

/** What of the rest stands below a card's title. */
export function CardNotes({ card }: { card: CardView }) {
  const { fields } = useBoard();
  const category = useCategory(card);
  const { parent, sprint, dueDate, labels } = card;
  return (
    <>
      {parent && fields.includes("parent") ? (
        <span className="card-parent" title={`${parent.key} ${parent.title}`}>
          <TypeGlyph type={parent.type} />
          <span>{parent.title}</span>
        </span>
      ) : null}
      {sprint && fields.includes("sprint") ? (
        <span className="card-parent" title={`Sprint ${sprint.name}`}>
          <Icon name="backlog" />
          <span>{sprint.name}</span>
        </span>
      ) : null}
      {dueDate && fields.includes("due") ? <DueDay day={dueDate} category={category} /> : null}
      {labels.length > 0 && fields.includes("labels") ? (
        <LabelChips labels={labels} most={3} className="card-labels" />
      ) : null}
      <CardValues card={card} />
    </>
  );
}

function useCategory(card: CardView) {
  const { statuses } = useBoard();
  return statuses.find(({ id }) => id === card.statusId)?.category;
}

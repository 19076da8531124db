import { PriorityGlyph, TypeGlyph } from "~/shared/domain/Glyphs";
import { priorities } from "~/shared/domain/names";
import { Avatar } from "~/shared/ui/Avatar";
import { useBoard } from "./BoardContext";
import type { Lane } from "./lanes";

/** What a lane's cards have in common, as a picture beside its name. */
export function LaneGlyph({ lane }: { lane: Lane }) {
  return (
    <span aria-hidden="true" className="lane-glyph">
      <Picture lane={lane} />
    </span>
  );
}

function Picture({ lane: { by, id } }: { lane: Lane }) {
  const { people } = useBoard();
  const priority = priorities.find((name) => name === id);
  if (by === "assignee") return <Avatar user={people.get(id) ?? null} size={18} />;
  if (by === "epic") return id ? <TypeGlyph type="epic" /> : null;
  return priority ? <PriorityGlyph priority={priority} /> : null;
}

import { formatCount } from "~/shared/lib/format";
import { Icon } from "~/shared/ui/Icon";
import { useBoard } from "./BoardContext";
import type { Focus } from "./focus";
import { LaneCell } from "./LaneCell";
import { LaneGlyph } from "./LaneGlyph";
import { countOf } from "./laneCounts";
import type { Lane } from "./lanes";

type LaneRowProps = { lane: Lane; folded: boolean; onFold: () => void; focused: Focus | null };

/** A lane: whose or which cards it holds, how many, and unless it is folded, the cards. */
export function LaneRow({ lane, folded, onFold, focused }: LaneRowProps) {
  const { statuses } = useBoard();
  const held = focused?.lane === lane.id ? focused : null;
  return (
    <>
      <h3 className="lane-head">
        <button
          type="button"
          className="lane-fold"
          aria-expanded={!folded}
          title={lane.epic ? `${lane.epic.key} ${lane.name}` : undefined}
          onClick={onFold}
        >
          <Icon name="chevron" />
          <LaneGlyph lane={lane} />
          <span className="lane-name">{lane.name}</span>
          <span className="lane-count">
            {formatCount(countOf(lane))}
            <span className="visually-hidden"> tasks</span>
          </span>
        </button>
      </h3>
      {folded ? null : (
        <div className="lane-cells">
          {statuses.map((status) => (
            <LaneCell
              key={status.id}
              status={status}
              lane={lane}
              focused={held?.statusId === status.id ? held.key : null}
            />
          ))}
        </div>
      )}
    </>
  );
}

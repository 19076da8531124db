import { Icon } from "~/shared/ui/Icon";
import { MenuItem, MenuLine } from "~/shared/ui/Menu";
import { useBoard } from "./BoardContext";
import type { CardView } from "./cards";
import { LaneGlyph } from "./LaneGlyph";
import { laneIdOf, laneRefusal } from "./lanes";
import { topOf } from "./places";
import { useMoveTo } from "./useMoveTo";

type LanePlacesProps = { card: CardView; lane: string; column: string; close: () => void };

/** The lanes of the board as places for a card in its column; nothing without lanes. */
export function LanePlaces({ card, lane, column, close }: LanePlacesProps) {
  const { lanes, people, placeOf } = useBoard();
  const moveTo = useMoveTo(card, lane);
  if (lanes.length === 0) return null;
  const label = `Lane in ${column}`;
  return (
    <>
      <MenuLine />
      {/* biome-ignore lint/a11y/useSemanticElements: a group of menu items */}
      <div role="group" aria-label={label}>
        <p className="menu-label" aria-hidden="true">
          {label}
        </p>
        {lanes.map((item) => {
          const { id, by, name, epic } = item;
          const refusal = id === lane ? null : laneRefusal(card, item, people);
          return (
            <MenuItem
              key={id}
              icon={<LaneGlyph lane={item} />}
              checked={id === lane}
              hint={id === lane ? <Icon name="check" /> : (refusal ?? epic?.key)}
              disabled={refusal !== null}
              onSelect={() => {
                close();
                moveTo(id, (taken) =>
                  taken.every((one) => laneIdOf(one, by) === id)
                    ? null
                    : topOf(taken, placeOf(card.statusId, id)),
                );
              }}
            >
              {name}
            </MenuItem>
          );
        })}
      </div>
    </>
  );
}

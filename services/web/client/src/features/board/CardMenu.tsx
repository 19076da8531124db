import { StatusGlyph } from "~/shared/domain/Glyphs";
import { Icon } from "~/shared/ui/Icon";
import { Menu, MenuItem, MenuLine } from "~/shared/ui/Menu";
import { useBoard } from "./BoardContext";
import type { CardView } from "./cards";
import { LanePlaces } from "./LanePlaces";
import { endOf, topOf } from "./places";
import { useMoveTo } from "./useMoveTo";

type CardMenuProps = { card: CardView; lane: string };

/** The menu on a card: where it can be moved without dragging. */
export function CardMenu({ card, lane }: CardMenuProps) {
  return (
    <Menu
      label={`Move ${card.key}`}
      triggerClass="card-menu icon-button"
      align="end"
      trigger={<Icon name="more" />}
    >
      {(close) => <CardPlaces card={card} lane={lane} close={close} />}
    </Menu>
  );
}

function CardPlaces({ card, lane, close }: CardMenuProps & { close: () => void }) {
  const { statuses, mayGo, placeOf, selected, select } = useBoard();
  const moveTo = useMoveTo(card, lane);
  const name = statuses.find(({ id }) => id === card.statusId)?.name;
  const here = placeOf(card.statusId, lane);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of menu items */}
      <div role="group" aria-label="Column">
        {statuses.map((status) => (
          <MenuItem
            key={status.id}
            icon={<StatusGlyph category={status.category} />}
            checked={status.id === card.statusId}
            hint={
              status.id === card.statusId ? (
                <Icon name="check" />
              ) : mayGo(card.statusId, status.id) ? null : (
                `not from ${name}`
              )
            }
            disabled={!mayGo(card.statusId, status.id)}
            onSelect={() => {
              close();
              if (status.id !== card.statusId)
                moveTo(lane, (taken) => topOf(taken, placeOf(status.id, lane)));
            }}
          >
            {status.name}
          </MenuItem>
        ))}
      </div>
      <MenuLine />
      <MenuItem
        onSelect={() => {
          close();
          moveTo(lane, (taken) => topOf(taken, here));
        }}
      >
        To the top of the column
      </MenuItem>
      <MenuItem
        onSelect={() => {
          close();
          moveTo(lane, (taken) => endOf(taken, here, false));
        }}
      >
        To the end of the column
      </MenuItem>
      <LanePlaces card={card} lane={lane} column={name ?? "the column"} close={close} />
      <MenuLine />
      <MenuItem
        hint="X"
        onSelect={() => {
          close();
          select(card.key, false);
        }}
      >
        {selected.has(card.key) ? "Do not select" : "Select"}
      </MenuItem>
    </>
  );
}

import type { Move } from "~/shared/api/generated/api";
import { StatusGlyph } from "~/shared/domain/Glyphs";
import { Icon } from "~/shared/ui/Icon";
import { Menu, MenuItem, MenuLine } from "~/shared/ui/Menu";
import { useBoard } from "./BoardContext";
import type { CardView } from "./cards";
import { endOf, topOf } from "./places";

/** The menu on a card: where it can be moved without dragging. */
export function CardMenu({ card, lane }: { card: CardView; lane: string }) {
  const { statuses, mayGo, placeOf, takenWith, move, selected, select } = useBoard();
  const name = statuses.find(({ id }) => id === card.statusId)?.name;
  const here = placeOf(card.statusId, lane);
  const goTo = (place: (taken: readonly CardView[]) => Move | null) => {
    const taken = takenWith(card);
    move(taken, place(taken));
  };
  return (
    <Menu
      label={`Move ${card.key}`}
      triggerClass="card-menu icon-button"
      align="end"
      trigger={<Icon name="more" />}
    >
      {(close) => (
        <>
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
                if (status.id !== card.statusId) goTo((taken) => topOf(taken, placeOf(status.id, lane)));
              }}
            >
              {status.name}
            </MenuItem>
          ))}
          <MenuLine />
          <MenuItem
            onSelect={() => {
              close();
              goTo((taken) => topOf(taken, here));
            }}
          >
            To the top of the column
          </MenuItem>
          <MenuItem
            onSelect={() => {
              close();
              goTo((taken) => endOf(taken, here, false));
            }}
          >
            To the end of the column
          </MenuItem>
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
      )}
    </Menu>
  );
}

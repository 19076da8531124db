import { Icon } from "~/shared/ui/Icon";
import { Menu, MenuItem, MenuLine } from "~/shared/ui/Menu";
import { type CardField, cardFields } from "./cardFields";
import { type Grouping, groupings } from "./lanes";

/** How the board shows its cards, and how to have it otherwise. */
export type BoardLook = {
  lanes: Grouping | null;
  onLanes: (by: Grouping | null) => void;
  fields: readonly CardField[];
  onField: (field: CardField) => void;
};

const choices = [{ by: null, name: "No lanes" } as const, ...groupings];

/** The lanes of the board, and what is on its cards. */
export function BoardDisplay({ lanes, onLanes, fields, onField }: BoardLook) {
  return (
    <Menu
      label="Display"
      triggerClass="button button-secondary"
      align="end"
      trigger={
        <>
          <Icon name="settings" />
          <span className="button-text">Display</span>
        </>
      }
    >
      {() => (
        <>
          <p className="menu-label">Lanes</p>
          {choices.map(({ by, name }) => (
            <MenuItem
              key={name}
              checked={lanes === by}
              hint={lanes === by ? <Icon name="check" /> : null}
              onSelect={() => onLanes(by)}
            >
              {name}
            </MenuItem>
          ))}
          <MenuLine />
          <p className="menu-label">On cards</p>
          {cardFields.map(({ id, name }) => (
            <MenuItem
              key={id}
              several
              checked={fields.includes(id)}
              hint={fields.includes(id) ? <Icon name="check" /> : null}
              onSelect={() => onField(id)}
            >
              {name}
            </MenuItem>
          ))}
        </>
      )}
    </Menu>
  );
}

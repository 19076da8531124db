import type { CustomField } from "~/shared/api/generated/api";
import { DisplayItem, DisplayMenu } from "~/shared/ui/DisplayMenu";
import { MenuLine } from "~/shared/ui/Menu";
import { type CardField, cardFieldOf, cardFields } from "./cardFields";
import { type Grouping, groupings } from "./lanes";

/** How the board shows its cards, and how to have it otherwise. */
export type BoardLook = {
  lanes: Grouping | null;
  onLanes: (by: Grouping | null) => void;
  fields: readonly CardField[];
  /** The project's custom fields that cards can show. */
  offered: readonly CustomField[];
  onField: (field: CardField) => void;
};

const choices = [{ by: null, name: "No lanes" } as const, ...groupings];

/** The lanes of the board, and what is on its cards. */
export function BoardDisplay({ lanes, onLanes, fields, offered, onField }: BoardLook) {
  const custom = offered.map((field) => ({ id: cardFieldOf(field), name: field.name }));
  return (
    <DisplayMenu>
      <p className="menu-label">Lanes</p>
      {choices.map(({ by, name }) => (
        <DisplayItem key={name} checked={lanes === by} onSelect={() => onLanes(by)}>
          {name}
        </DisplayItem>
      ))}
      <MenuLine />
      <p className="menu-label">On cards</p>
      {[...cardFields, ...custom].map(({ id, name }) => (
        <DisplayItem key={id} several checked={fields.includes(id)} onSelect={() => onField(id)}>
          {name}
        </DisplayItem>
      ))}
    </DisplayMenu>
  );
}

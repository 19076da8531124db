import type { CustomField } from "~/shared/api/generated/api";
import { AddressLink } from "~/shared/domain/AddressLink";
import { type CustomValue, idsOf, isSeveral, isWebAddress, textOf } from "~/shared/domain/customValues";
import { useFullText, useValueText } from "~/shared/domain/useValueText";
import { Avatar } from "~/shared/ui/Avatar";
import { useBoard } from "./BoardContext";
import type { CardView } from "./cards";

type Shown = { field: CustomField; value: CustomValue };
type CardProps = { card: CardView };

const mostOptions = 2;

/** What a card has in the custom fields that are chosen; the places of its links are kept free for `CardLinks`. */
export function CardValues({ card }: CardProps) {
  const shown = useShown(card);
  const links = shown.filter(isLink);
  if (shown.length === 0) return null;
  return (
    <>
      {shown.length > links.length ? (
        <span className="card-values">
          {shown.map((one) => (isLink(one) ? null : <CardValue key={one.field.id} {...one} />))}
        </span>
      ) : null}
      {links.map(({ field }) => (
        <span key={field.id} className="card-link-place" />
      ))}
    </>
  );
}

/** The addresses on a card. They lie over it, not in it: they open their pages, and neither open nor drag the card. */
export function CardLinks({ card, tabIndex }: CardProps & { tabIndex: number }) {
  const links = useShown(card).filter(isLink);
  if (links.length === 0) return null;
  return (
    <div className="card-links">
      {links.map(({ field: { id, name }, value }) => (
        <span key={id} className="card-value">
          <span>{name}:</span>
          <AddressLink
            address={textOf(value)}
            className="card-link"
            tabIndex={tabIndex}
            plain={textOf(value)}
          />
        </span>
      ))}
    </div>
  );
}

function CardValue({ field, value }: Shown) {
  const { people } = useBoard();
  const textFor = useValueText();
  const full = useFullText()(field, value);
  const ids = isSeveral(field.type) ? idsOf(value) : [];
  const more = ids.length - mostOptions;
  const text = textFor(field, more > 0 ? ids.slice(0, mostOptions) : value);
  return (
    <span className="card-value" title={`${field.name}: ${full}`}>
      {field.name}: {field.type === "user" ? <Avatar user={people.get(textOf(value))} size={14} /> : null}
      <span className="card-value-text">{more > 0 ? `${text} +${more}` : text}</span>
    </span>
  );
}

function isLink({ field, value }: Shown): boolean {
  return field.type === "url" && isWebAddress(textOf(value));
}

/** The chosen fields in which a card has a value; an api of before knows of none. */
function useShown({ customFields = {} }: CardView): Shown[] {
  return useBoard().custom.flatMap((field) => {
    const value = customFields[field.id];
    return value === undefined ? [] : [{ field, value }];
  });
}

import type { Status } from "~/shared/api/generated/api";
import type { Place } from "./places";

/** A card that has the focus, or should get it. */
export type Focus = { key: string; statusId: string };

/** The card that an event happened on. */
export function focusOf(target: EventTarget): Focus | null {
  if (!(target instanceof HTMLElement)) return null;
  const { card, status } = target.dataset;
  return card && status ? { key: card, statusId: status } : null;
}

/** The menu button of the card that an event happened on. */
export function cardMenu(target: EventTarget): HTMLElement | null {
  return target instanceof HTMLElement
    ? (target.parentElement?.querySelector<HTMLElement>(".card-menu") ?? null)
    : null;
}

/** The next card up or down. */
export function inColumn(column: Place, from: Focus, along: number): Focus | undefined {
  const card = column.cards[column.cards.findIndex((item) => item.key === from.key) + along];
  return card && { key: card.key, statusId: column.statusId };
}

/** The card at the same height in the next column that has one. */
export function acrossColumns(
  statuses: readonly Status[],
  placeOf: (statusId: string) => Place,
  from: Focus,
  aside: number,
): Focus | undefined {
  const height = placeOf(from.statusId).cards.findIndex((card) => card.key === from.key);
  const start = statuses.findIndex((status) => status.id === from.statusId);
  for (let at = start + aside; at >= 0 && at < statuses.length; at += aside) {
    const status = statuses[at];
    const cards = status ? placeOf(status.id).cards : [];
    const card = cards[Math.min(height, cards.length - 1)];
    if (status && card) return { key: card.key, statusId: status.id };
  }
  return undefined;
}

/** Whether a card is among the loaded ones. */
export function isThere(focus: Focus, placeOf: (statusId: string) => Place): boolean {
  return placeOf(focus.statusId).cards.some((card) => card.key === focus.key);
}

/** The first card of the first column that has one. */
export function firstCard(
  statuses: readonly Status[],
  placeOf: (statusId: string) => Place,
): Focus | undefined {
  for (const { id } of statuses) {
    const card = placeOf(id).cards[0];
    if (card) return { key: card.key, statusId: id };
  }
  return undefined;
}

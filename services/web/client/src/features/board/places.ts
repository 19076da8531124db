import type { Move } from "~/shared/api/generated/api";
import type { CardView } from "./cards";
import { type Lane, laneFields } from "./lanes";

/** A column, or a lane in it, as places are worked out there: the cards loaded so far. */
export type Place = { statusId: string; lane: Pick<Lane, "by" | "id"> | null; cards: readonly CardView[] };

/** Finds the place of a status and a lane; without lanes their ids are empty. */
export type PlaceOf = (statusId: string, lane: string) => Place;

/** Where a card goes that is dropped on another's upper or lower half; null when it stays where it is. */
export function besideCard(
  card: CardView,
  column: Place,
  target: string,
  edge: "top" | "bottom",
): Move | null {
  if (card.key === target) return null;
  const at = column.cards.findIndex((item) => item.key === target);
  const neighbour = column.cards[edge === "top" ? at - 1 : at + 1];
  if (neighbour?.key === card.key) return null;
  return { ...into(card, column), ...(edge === "top" ? { beforeKey: target } : { afterKey: target }) };
}

/** The top of a column; null when the card is there. */
export function topOf(card: CardView, column: Place): Move | null {
  const first = column.cards[0];
  if (!first) return into(card, column);
  return first.key === card.key ? null : { ...into(card, column), beforeKey: first.key };
}

/** The end of a column, loaded or not; null when the card is known to be there. */
export function endOf(card: CardView, column: Place, complete: boolean): Move | null {
  const last = column.cards[column.cards.length - 1];
  return complete && last?.key === card.key ? null : into(card, column);
}

/** One place up or down in its column; null at the ends. */
export function stepWithin(card: CardView, column: Place, step: 1 | -1): Move | null {
  const neighbour = column.cards[column.cards.findIndex((item) => item.key === card.key) + step];
  if (!neighbour) return null;
  return {
    ...into(card, column),
    ...(step > 0 ? { afterKey: neighbour.key } : { beforeKey: neighbour.key }),
  };
}

/** The same height in another column, or below its last card. */
export function sameHeight(card: CardView, from: Place, to: Place): Move {
  const height = from.cards.findIndex((item) => item.key === card.key);
  const below = to.cards[height];
  if (below) return { ...into(card, to), beforeKey: below.key };
  const last = to.cards[to.cards.length - 1];
  return { ...into(card, to), ...(last ? { afterKey: last.key } : {}) };
}

function into(card: CardView, { statusId, lane }: Place): Move {
  return { statusId, ...laneFields(card, lane) };
}

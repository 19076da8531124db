import type { Move } from "~/shared/api/generated/api";
import type { CardView } from "./cards";
import { type Lane, laneFields } from "./lanes";

/** A column, or a lane in it, as places are worked out there: the cards loaded so far. */
export type Place = { statusId: string; lane: Pick<Lane, "by" | "id"> | null; cards: readonly CardView[] };

/** Finds the place of a status and a lane; without lanes their ids are empty. */
export type PlaceOf = (statusId: string, lane: string) => Place;

/** The cards that move when one of them does, in their order. */
type Moved = readonly CardView[];

/** Where cards go that are dropped on another's upper or lower half; null when they stay where they are. */
export function besideCard(moved: Moved, column: Place, target: string, edge: "top" | "bottom"): Move | null {
  const { cards } = column;
  const at = cards.findIndex((item) => item.key === target);
  if (moved.length === 1) {
    const [card] = moved;
    const neighbour = cards[edge === "top" ? at - 1 : at + 1];
    if (card?.key === target || (card && neighbour?.key === card.key)) return null;
  }
  const stays = isStaying(moved);
  const named = cards[at];
  if (!named || stays(named))
    return { ...into(moved, column), ...(edge === "top" ? { beforeKey: target } : { afterKey: target }) };
  const above = cards.slice(0, at).findLast(stays);
  const below = cards.slice(at).find(stays);
  return {
    ...into(moved, column),
    ...(above ? { afterKey: above.key } : below ? { beforeKey: below.key } : {}),
  };
}

/** The top of a column; null when the card is there. */
export function topOf(moved: Moved, column: Place): Move | null {
  const [first] = column.cards;
  if (moved.length === 1 && first && first.key === moved[0]?.key) return null;
  const below = column.cards.find(isStaying(moved));
  return { ...into(moved, column), ...(below ? { beforeKey: below.key } : {}) };
}

/** The end of a column, loaded or not; null when the card is known to be there. */
export function endOf(moved: Moved, column: Place, complete: boolean): Move | null {
  const last = column.cards[column.cards.length - 1];
  return complete && moved.length === 1 && last && last.key === moved[0]?.key ? null : into(moved, column);
}

/** One place up or down in its column; null at the ends. */
export function stepWithin(moved: Moved, column: Place, step: 1 | -1): Move | null {
  const { cards } = column;
  const stays = isStaying(moved);
  const neighbour =
    step > 0
      ? cards.slice(cards.findLastIndex((card) => !stays(card)) + 1).find(stays)
      : cards
          .slice(
            0,
            Math.max(
              0,
              cards.findIndex((card) => !stays(card)),
            ),
          )
          .findLast(stays);
  if (!neighbour) return null;
  return {
    ...into(moved, column),
    ...(step > 0 ? { afterKey: neighbour.key } : { beforeKey: neighbour.key }),
  };
}

/** The same height in another column, or below its last card. */
export function sameHeight(moved: Moved, from: Place, to: Place): Move {
  const stays = isStaying(moved);
  const height = from.cards.findIndex((item) => !stays(item));
  const below = to.cards.slice(height).find(stays);
  if (below) return { ...into(moved, to), beforeKey: below.key };
  const last = to.cards.findLast(stays);
  return { ...into(moved, to), ...(last ? { afterKey: last.key } : {}) };
}

function isStaying(moved: Moved): (card: CardView) => boolean {
  const keys = new Set(moved.map(({ key }) => key));
  return ({ key }) => !keys.has(key);
}

function into(moved: Moved, { statusId, lane }: Place): Move {
  return { statusId, ...laneFields(moved, lane) };
}

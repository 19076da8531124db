import { beside, columnAside, type Focus, type Grid } from "./focus";
import { endOf, sameHeight, stepWithin, topOf } from "./places";

/** Where a key takes a card: to the next column of its lane, along its column, or into the lane above or below. */
export function carry(grid: Grid, from: Focus, aside: number, along: number) {
  const { statuses, lanes, placeOf, takenWith } = grid;
  const here = placeOf(from.statusId, from.lane);
  const card = here.cards.find((item) => item.key === from.key);
  const status =
    aside === 0 ? statuses.find(({ id }) => id === from.statusId) : columnAside(grid, from.statusId, aside);
  if (!card || !status) return null;
  const at = { statusId: status.id, lane: from.lane };
  const cards = takenWith(card);
  if (aside !== 0) return { cards, at, to: sameHeight(cards, here, placeOf(status.id, from.lane)) };
  const step = stepWithin(cards, here, along > 0 ? 1 : -1);
  const lane = beside(lanes, from.lane, along);
  if (step || lane === undefined) return { cards, at, to: step };
  const there = placeOf(status.id, lane);
  return { cards, at: { ...at, lane }, to: along > 0 ? topOf(cards, there) : endOf(cards, there, false) };
}

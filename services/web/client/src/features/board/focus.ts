import type { Status } from "~/shared/api/generated/api";
import type { MayGo } from "~/shared/api/workflow";
import { isTyping } from "~/shared/keys/useKeys";
import type { CardView } from "./cards";
import type { PlaceOf } from "./places";

/** A card that has the focus, or should get it, and where it is; without lanes theirs is empty. */
export type Focus = { key: string; statusId: string; lane: string };

/** The columns and lanes in sight, in their order; without lanes there is one without a name. */
export type Grid = {
  statuses: readonly Status[];
  lanes: readonly string[];
  placeOf: PlaceOf;
  mayGo: MayGo;
  takenWith: (card: CardView) => readonly CardView[];
};

/** The card that an event happened on. */
export function focusOf(target: EventTarget): Focus | null {
  if (!(target instanceof HTMLElement)) return null;
  const { card, status, lane = "" } = target.dataset;
  return card && status ? { key: card, statusId: status, lane } : null;
}

/** The menu button of the card that an event happened on. */
export function cardMenu(target: EventTarget): HTMLElement | null {
  return target instanceof HTMLElement
    ? (target.parentElement?.querySelector<HTMLElement>(".card-menu") ?? null)
    : null;
}

/** Goes to the line for new tasks of the column that an event happened in; says whether there is one. */
export function goToNewLine(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement) || isTyping(target)) return false;
  const line = target.closest(".column")?.querySelector<HTMLElement>(".quick-open, .quick-line input");
  line?.focus();
  line?.click();
  return line !== undefined && line !== null;
}

/** The next card up or down in the column, from lane to lane. */
export function inColumn({ lanes, placeOf }: Grid, from: Focus, along: number): Focus | undefined {
  const { statusId } = from;
  const { cards } = placeOf(statusId, from.lane);
  const next = cards[cards.findIndex((item) => item.key === from.key) + along];
  if (next) return { key: next.key, statusId, lane: from.lane };
  for (let lane = beside(lanes, from.lane, along); lane !== undefined; lane = beside(lanes, lane, along)) {
    const card = placeOf(statusId, lane).cards.at(along > 0 ? 0 : -1);
    if (card) return { key: card.key, statusId, lane };
  }
  return undefined;
}

/** The first card of a column in its lane, or the last that is loaded. */
export function atEnd({ placeOf }: Grid, { statusId, lane }: Focus, end: 0 | -1): Focus | undefined {
  const card = placeOf(statusId, lane).cards.at(end);
  return card && { key: card.key, statusId, lane };
}

/** The card at the same height in the next column that has one in this lane. */
export function acrossColumns(grid: Grid, { key, statusId, lane }: Focus, aside: number): Focus | undefined {
  const { statuses, placeOf } = grid;
  const height = placeOf(statusId, lane).cards.findIndex((card) => card.key === key);
  const start = statuses.findIndex((status) => status.id === statusId);
  for (let at = start + aside; at >= 0 && at < statuses.length; at += aside) {
    const status = statuses[at];
    const cards = status ? placeOf(status.id, lane).cards : [];
    const card = cards[Math.min(height, cards.length - 1)];
    if (status && card) return { key: card.key, statusId: status.id, lane };
  }
  return undefined;
}

/** The next column aside to which the workflow leads; when none does, the one beside. */
export function columnAside({ statuses, mayGo }: Grid, from: string, aside: number): Status | undefined {
  const here = statuses.findIndex(({ id }) => id === from);
  const ahead = aside > 0 ? statuses.slice(here + 1) : statuses.slice(0, here).reverse();
  return ahead.find(({ id }) => mayGo(from, id)) ?? ahead[0];
}

/** The lane above or below another one. */
export function beside(lanes: readonly string[], lane: string, along: number): string | undefined {
  const at = lanes.indexOf(lane) + along;
  return at < 0 ? undefined : lanes[at];
}

/** Whether a card is among the loaded ones. */
export function isThere({ lanes, placeOf }: Grid, { key, statusId, lane }: Focus): boolean {
  return lanes.includes(lane) && placeOf(statusId, lane).cards.some((card) => card.key === key);
}

/** The first card of the first lane and column that has one. */
export function firstCard({ statuses, lanes, placeOf }: Grid): Focus | undefined {
  for (const lane of lanes) {
    for (const { id } of statuses) {
      const card = placeOf(id, lane).cards[0];
      if (card) return { key: card.key, statusId: id, lane };
    }
  }
  return undefined;
}

import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useState } from "react";
import type { Move } from "~/shared/api/generated/api";
import { useKeys } from "~/shared/keys/useKeys";
import { focusWhenDrawn } from "~/shared/lib/taskFocus";
import type { CardView } from "./cards";
import {
  acrossColumns,
  atEnd,
  beside,
  cardMenu,
  columnAside,
  type Focus,
  firstCard,
  focusOf,
  type Grid,
  inColumn,
  isThere,
} from "./focus";
import { endOf, sameHeight, stepWithin, topOf } from "./places";

type BoardKeys = {
  surface: RefObject<HTMLElement | null>;
  grid: Grid;
  canMove: boolean;
  move: (cards: readonly CardView[], to: Move | null) => boolean;
  select: (key: string, range: boolean) => void;
};

const goes: Record<string, [number, number]> = {
  j: [0, 1],
  ArrowDown: [0, 1],
  k: [0, -1],
  ArrowUp: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

const moves: Record<string, [number, number]> = {
  "[": [-1, 0],
  "]": [1, 0],
  "shift ArrowLeft": [-1, 0],
  "shift ArrowRight": [1, 0],
  "shift ArrowDown": [0, 1],
  "shift ArrowUp": [0, -1],
};

/** The keyboard on a board: one card has the focus; keys walk to its neighbours, select it, or take it along. */
export function useBoardKeys({ surface, grid, canMove, move, select }: BoardKeys) {
  const [focused, setFocused] = useState<Focus | null>(null);
  const [isHere, setIsHere] = useState(false);
  const [wanted, setWanted] = useState<Focus | null>(null);

  useEffect(() => {
    return wanted ? focusWhenDrawn(wanted.key, () => setWanted(null)) : undefined;
  }, [wanted]);

  const go = (to: Focus | undefined) => {
    if (!to) return;
    setFocused(to);
    setWanted(to);
  };
  const take = (from: Focus, [aside, along]: [number, number]) => {
    const taken = destination(grid, from, aside, along);
    if (!taken) return;
    if (move(taken.cards, taken.to)) go({ ...taken.at, key: from.key });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = focusOf(event.target);
    if (!at) return;
    // A key that comes before the focus has arrived goes on from where it is to be.
    const from = wanted && wanted.key !== at.key ? wanted : at;
    const name = event.shiftKey && event.key.startsWith("Arrow") ? `shift ${event.key}` : event.key;
    const carried = moves[name];
    const walked = goes[name];
    if (carried && canMove) take(from, carried);
    else if (name === "Home" || name === "End") go(atEnd(grid, from, name === "Home" ? 0 : -1));
    else if (walked) go(walked[0] ? acrossColumns(grid, from, walked[0]) : inColumn(grid, from, walked[1]));
    else if (name.toLowerCase() === "x" && canMove) select(from.key, event.shiftKey);
    else if (name === "m" && canMove) cardMenu(event.target)?.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const enter = () => go(focused && isThere(grid, focused) ? focused : firstCard(grid));
  useKeys({ j: enter, k: enter });

  const onFocus = (event: FocusEvent) => {
    const on = focusOf(event.target);
    if (!on || !surface.current?.contains(event.target)) return;
    setFocused(on);
    setIsHere(true);
  };
  const onBlur = (event: FocusEvent) => {
    if (!surface.current?.contains(event.relatedTarget)) setIsHere(false);
  };
  return { focused, isHere, on: { onKeyDown, onFocus, onBlur } };
}

/** Where a key takes a card: to the next column of its lane, along its column, or into the lane above or below. */
function destination(grid: Grid, from: Focus, aside: number, along: number) {
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

import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useState } from "react";
import type { Move, Status } from "~/shared/api/generated/api";
import { useKeys } from "~/shared/keys/useKeys";
import { focusWhenDrawn } from "~/shared/lib/taskFocus";
import type { CardView } from "./cards";
import { acrossColumns, cardMenu, type Focus, firstCard, focusOf, inColumn, isThere } from "./focus";
import { type Place, sameHeight, stepWithin } from "./places";

type BoardKeys = {
  surface: RefObject<HTMLElement | null>;
  statuses: readonly Status[];
  placeOf: (statusId: string) => Place;
  canMove: boolean;
  move: (card: CardView, to: Move | null) => void;
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

/** The keyboard on a board: one card has the focus; keys walk to its neighbours or take it along. */
export function useBoardKeys({ surface, statuses, placeOf, canMove, move }: BoardKeys) {
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
  const neighbour = (from: Focus, [aside, along]: [number, number]) =>
    aside === 0
      ? inColumn(placeOf(from.statusId), from, along)
      : acrossColumns(statuses, placeOf, from, aside);

  const take = (from: Focus, [aside, along]: [number, number]) => {
    const here = placeOf(from.statusId);
    const card = here.cards.find((item) => item.key === from.key);
    if (!card) return;
    const target = statuses[statuses.findIndex((status) => status.id === from.statusId) + aside];
    if (!target || (aside === 0 && along === 0)) return;
    move(
      card,
      aside === 0 ? stepWithin(card, here, along > 0 ? 1 : -1) : sameHeight(card, here, placeOf(target.id)),
    );
    go({ key: card.key, statusId: target.id });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = focusOf(event.target);
    if (!from) return;
    const name = event.shiftKey && event.key.startsWith("Arrow") ? `shift ${event.key}` : event.key;
    const carried = moves[name];
    const walked = goes[name];
    if (carried && canMove) take(from, carried);
    else if (walked) go(neighbour(from, walked));
    else if (name === "m" && canMove) cardMenu(event.target)?.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const enter = () => go(focused && isThere(focused, placeOf) ? focused : firstCard(statuses, placeOf));
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

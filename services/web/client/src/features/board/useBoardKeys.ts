import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import type { Move } from "~/shared/api/generated/api";
import { useKeys } from "~/shared/keys/useKeys";
import { focusWhenDrawn } from "~/shared/lib/taskFocus";
import type { CardView } from "./cards";
import { carry } from "./carry";
import {
  acrossColumns,
  atEnd,
  cardMenu,
  type Focus,
  firstCard,
  focusOf,
  type Grid,
  goToNewLine,
  inColumn,
  isThere,
} from "./focus";

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

  const go = useCallback((to: Focus | undefined) => {
    if (!to) return;
    setFocused(to);
    setWanted(to);
  }, []);
  const now = useRef(grid);
  now.current = grid;
  const follow = useCallback(
    (from: Focus, to: Focus) => {
      const isShown = now.current.lanes.includes(to.lane);
      go(isShown ? to : (inColumn(now.current, from, 1) ?? inColumn(now.current, from, -1)));
    },
    [go],
  );
  const take = (from: Focus, [aside, along]: [number, number]) => {
    const taken = carry(grid, from, aside, along);
    if (!taken) return;
    if (move(taken.cards, taken.to)) go({ ...taken.at, key: from.key });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n" && goToNewLine(event.target)) return event.preventDefault();
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
  return { focused, isHere, follow, on: { onKeyDown, onFocus, onBlur } };
}

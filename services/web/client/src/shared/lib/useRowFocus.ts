import { type FocusEvent, type RefObject, useEffect, useState } from "react";
import { useKeys } from "~/shared/keys/useKeys";
import { focusWhenDrawn } from "./taskFocus";

type RowFocus = {
  surface: RefObject<HTMLElement | null>;
  tasks: readonly { key: string }[];
  /** Which task's row an element is in. */
  keyAt: (element: Element) => string | undefined;
};

const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: 12, PageUp: -12 };

/** Has one row of many the focus; `walk` goes by the key that was pressed, and tells whether it is one for that. */
export function useRowFocus({ surface, tasks, keyAt }: RowFocus) {
  const [focused, setFocused] = useState<string | null>(null);
  const [isHere, setIsHere] = useState(false);
  const [wanted, setWanted] = useState<string | null>(null);

  useEffect(() => (wanted ? focusWhenDrawn(wanted, () => setWanted(null)) : undefined), [wanted]);

  const go = (index: number) => {
    const task = tasks[Math.max(0, Math.min(index, tasks.length - 1))];
    if (!task) return;
    setFocused(task.key);
    setWanted(task.key);
  };
  const indexOf = (key: string | null) => tasks.findIndex((task) => task.key === key);
  const walk = (from: string, pressed: string): boolean => {
    const step = steps[pressed];
    // A key that comes before the focus has arrived goes on from where it is to be.
    if (step !== undefined) go(indexOf(wanted ?? from) + step);
    else if (pressed === "Home") go(0);
    else if (pressed === "End") go(tasks.length - 1);
    else return false;
    return true;
  };

  const enter = () => go(Math.max(0, indexOf(focused)));
  useKeys({ j: enter, k: enter });

  const onBlur = (event: FocusEvent) => {
    if (!surface.current?.contains(event.relatedTarget)) setIsHere(false);
  };
  const onFocus = (event: FocusEvent) => {
    const key = keyAt(event.target);
    if (!key || !surface.current?.contains(event.target)) return;
    setFocused(key);
    setIsHere(true);
  };
  return { focused, isHere, walk, want: setWanted, on: { onFocus, onBlur } };
}

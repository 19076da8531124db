import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useState } from "react";
import type { TaskItem } from "~/shared/api/generated/api";
import { useKeys } from "~/shared/keys/useKeys";
import { focusWhenDrawn } from "~/shared/lib/taskFocus";

type ListKeys = {
  surface: RefObject<HTMLElement | null>;
  tasks: readonly TaskItem[];
  select: (key: string, range: boolean) => void;
};

const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: 12, PageUp: -12 };

/** The keyboard in a list: one row has the focus; keys walk to the next one, along its values, or select it. */
export function useListKeys({ surface, tasks, select }: ListKeys) {
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
  const at = tasks.findIndex((task) => task.key === focused);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const row = event.target.closest<HTMLElement>("[role=row]");
    const key = keyOf(row);
    if (!row || !key) return;
    const step = steps[event.key];
    if (step !== undefined) {
      if (event.shiftKey) select(key, false);
      go(tasks.findIndex((task) => task.key === key) + step);
    } else if (event.key === "Home") go(0);
    else if (event.key === "End") go(tasks.length - 1);
    else if (event.key === "ArrowRight") walk(row, event.target, 1);
    else if (event.key === "ArrowLeft") walk(row, event.target, -1);
    else if (event.key.toLowerCase() === "x") select(key, event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const enter = () => go(Math.max(0, at));
  useKeys({ j: enter, k: enter });

  const onBlur = (event: FocusEvent) => {
    if (!surface.current?.contains(event.relatedTarget)) setIsHere(false);
  };
  const onFocus = (event: FocusEvent) => {
    const key = keyOf(event.target.closest<HTMLElement>("[role=row]"));
    if (!key || !surface.current?.contains(event.target)) return;
    setFocused(key);
    setIsHere(true);
  };
  return { focused, isHere, on: { onKeyDown, onFocus, onBlur } };
}

function keyOf(row: HTMLElement | null): string | undefined {
  return row?.querySelector<HTMLElement>("[data-task]")?.dataset["task"];
}

/** Goes along what can be used in a row: the title and the values. */
function walk(row: HTMLElement, from: HTMLElement, step: number): void {
  const stops = Array.from(row.querySelectorAll<HTMLElement>("a[data-task], button.list-value"));
  stops[stops.indexOf(from) + step]?.focus();
}

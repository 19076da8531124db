import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useState } from "react";
import type { TaskItem } from "~/shared/api/generated/api";
import { useKeys } from "~/shared/keys/useKeys";
import { focusWhenDrawn } from "~/shared/lib/taskFocus";
import type { BacklogActions } from "./BacklogContext";
import { type Section, stepPlace, usualPlace } from "./sections";

type BacklogKeys = Pick<BacklogActions, "sections" | "canPlan" | "move" | "select"> & {
  surface: RefObject<HTMLElement | null>;
  /** The tasks on screen, one below the other. */
  tasks: readonly TaskItem[];
};

const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: 12, PageUp: -12 };

/** The keyboard in a backlog: one row has the focus; keys walk to the next one, select it, or take it along. */
export function useBacklogKeys({ surface, tasks, sections, canPlan, move, select }: BacklogKeys) {
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

  const take = (key: string, aside: number, along: -1 | 1) => {
    const at = sections.findIndex((section) => section.tasks.some((task) => task.key === key));
    const from = sections[at];
    const task = from?.tasks.find((item) => item.key === key);
    const to: Section | undefined = sections[at + aside];
    if (!task || !from || !to) return;
    move(task, (moved) => (aside === 0 ? stepPlace(from, key, along) : usualPlace(to, moved)));
    setWanted(key);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const row = event.target.closest<HTMLElement>("[data-row]");
    const key = row?.dataset["row"];
    if (!row || !key) return;
    const step = steps[event.key];
    if (canPlan && event.shiftKey && /^Arrow(Up|Down)$/.test(event.key))
      take(key, 0, event.key === "ArrowUp" ? -1 : 1);
    else if (canPlan && event.key === "[") take(key, -1, -1);
    else if (canPlan && event.key === "]") take(key, 1, 1);
    else if (canPlan && event.key === "m")
      row.querySelector<HTMLElement>("button[aria-haspopup=menu]")?.click();
    else if (step !== undefined) go(indexOf(key) + step);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(tasks.length - 1);
    else if (canPlan && event.key.toLowerCase() === "x") select(key, event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const enter = () => go(Math.max(0, indexOf(focused)));
  useKeys({ j: enter, k: enter });

  const onBlur = (event: FocusEvent) => {
    if (!surface.current?.contains(event.relatedTarget)) setIsHere(false);
  };
  const onFocus = (event: FocusEvent) => {
    const key = event.target.closest<HTMLElement>("[data-row]")?.dataset["row"];
    if (!key || !surface.current?.contains(event.target)) return;
    setFocused(key);
    setIsHere(true);
  };
  return { focused, isHere, on: { onKeyDown, onFocus, onBlur } };
}

import type { KeyboardEvent, RefObject } from "react";
import type { TaskItem } from "~/shared/api/generated/api";
import { useRowFocus } from "~/shared/lib/useRowFocus";
import type { BacklogActions } from "./BacklogContext";
import { type Section, stepPlace, usualPlace } from "./sections";

type BacklogKeys = Pick<BacklogActions, "sections" | "canPlan" | "move" | "select"> & {
  surface: RefObject<HTMLElement | null>;
  /** The tasks on screen, one below the other. */
  tasks: readonly TaskItem[];
};

const rowOf = (element: Element) => element.closest<HTMLElement>("[data-row]");

/** The keyboard in a backlog: one row has the focus; keys walk to the next one, select it, or take it along. */
export function useBacklogKeys({ surface, tasks, sections, canPlan, move, select }: BacklogKeys) {
  const { focused, isHere, walk, want, on } = useRowFocus({
    surface,
    tasks,
    keyAt: (element) => rowOf(element)?.dataset["row"],
  });

  const take = (key: string, aside: number, along: -1 | 1) => {
    const at = sections.findIndex((section) => section.tasks.some((task) => task.key === key));
    const from = sections[at];
    const task = from?.tasks.find((item) => item.key === key);
    const to: Section | undefined = sections[at + aside];
    if (!task || !from || !to) return;
    move(task, (moved) => (aside === 0 ? stepPlace(from, key, along) : usualPlace(to, moved)));
    want(key);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const row = rowOf(event.target);
    const key = row?.dataset["row"];
    if (!row || !key) return;
    if (canPlan && event.shiftKey && /^Arrow(Up|Down)$/.test(event.key))
      take(key, 0, event.key === "ArrowUp" ? -1 : 1);
    else if (canPlan && event.key === "[") take(key, -1, -1);
    else if (canPlan && event.key === "]") take(key, 1, 1);
    else if (canPlan && event.key === "m")
      row.querySelector<HTMLElement>("button[aria-haspopup=menu]")?.click();
    else if (canPlan && event.key.toLowerCase() === "x") select(key, event.shiftKey);
    else if (!walk(key, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return { focused, isHere, on: { ...on, onKeyDown } };
}

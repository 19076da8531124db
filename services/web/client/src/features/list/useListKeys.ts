import type { KeyboardEvent, RefObject } from "react";
import type { TaskItem } from "~/shared/api/generated/api";
import { useRowFocus } from "~/shared/lib/useRowFocus";

type ListKeys = {
  surface: RefObject<HTMLElement | null>;
  tasks: readonly TaskItem[];
  select: (key: string, range: boolean) => void;
};

/** The keyboard in a list: one row has the focus; keys walk to the next one, along its values, or select it. */
export function useListKeys({ surface, tasks, select }: ListKeys) {
  const { focused, isHere, walk, on } = useRowFocus({
    surface,
    tasks,
    keyAt: (element) => keyOf(rowOf(element)),
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const row = rowOf(event.target);
    const key = keyOf(row);
    if (!row || !key) return;
    if (walk(key, event.key)) {
      if (event.shiftKey && !/^(Home|End)$/.test(event.key)) select(key, false);
    } else if (event.key === "ArrowRight") along(row, event.target, 1);
    else if (event.key === "ArrowLeft") along(row, event.target, -1);
    else if (event.key.toLowerCase() === "x") select(key, event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return { focused, isHere, on: { ...on, onKeyDown } };
}

const rowOf = (element: Element) => element.closest<HTMLElement>("[role=row]");

function keyOf(row: HTMLElement | null): string | undefined {
  return row?.querySelector<HTMLElement>("[data-task]")?.dataset["task"];
}

/** Goes along what can be used in a row: the title and the values. */
function along(row: HTMLElement, from: HTMLElement, step: number): void {
  const stops = Array.from(
    row.querySelectorAll<HTMLElement>("a[data-task], button.list-value, a.list-value"),
  );
  stops[stops.indexOf(from) + step]?.focus();
}

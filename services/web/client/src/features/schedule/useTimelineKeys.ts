import type { FocusEvent, KeyboardEvent, RefObject } from "react";
import { useRowFocus } from "~/shared/lib/useRowFocus";
import type { Row } from "./rows";
import type { ScheduleScreen } from "./useScheduleScreen";

type TimelineKeys = {
  surface: RefObject<HTMLElement | null>;
  rows: readonly Row[];
  screen: ScheduleScreen;
  fold: (id: string) => void;
};

/** The keyboard in a timeline: one row has the focus; with Shift, arrows move its task in time. */
export function useTimelineKeys({ surface, rows, screen, fold }: TimelineKeys) {
  const keyAt = (element: Element) => element.closest<HTMLElement>("[data-row]")?.dataset["row"];
  const { focused, walk, on } = useRowFocus({ surface, tasks: rows, keyAt });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
    const key = keyAt(event.target);
    const row = rows.find((item) => item.key === key);
    if (!row) return;
    const aside = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.shiftKey && aside && row.kind === "task" && screen.actions.canChange)
      screen.nudge(row.key, event.altKey ? "end" : "whole", aside);
    else if (event.shiftKey || event.altKey) return;
    else if (aside && row.kind === "group" && row.folded === (aside === 1)) fold(row.group.id);
    else if (aside || !walk(row.key, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    focused,
    on: {
      onKeyDown,
      onFocus: (event: FocusEvent) => {
        on.onFocus(event);
        screen.on.onFocus(event);
      },
      onBlur: (event: FocusEvent) => {
        on.onBlur(event);
        screen.on.onBlur(event);
      },
    },
  };
}

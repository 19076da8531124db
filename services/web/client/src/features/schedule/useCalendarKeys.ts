import { type FocusEvent, type KeyboardEvent, useEffect, useState } from "react";
import { useKeys } from "~/shared/keys/useKeys";
import { plusDays } from "~/shared/lib/days";
import { dayId } from "./CalendarDay";
import type { Part } from "./spans";
import type { ScheduleScreen } from "./useScheduleScreen";

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

type Walk = {
  screen: ScheduleScreen;
  canChange: boolean;
  on: string;
  shown: readonly string[];
  /** Brings another day onto the screen. */
  onDay: (day: string) => void;
  onStep: (by: 1 | -1) => string;
  onShow: (day: string) => void;
};

/** The keyboard in a calendar: one day has the focus and arrows walk over days; with Shift they carry a task along. */
export function useCalendarKeys({ screen, canChange, on, shown, onDay, onStep, onShow }: Walk) {
  const [day, setDay] = useState(on);
  const [wanted, setWanted] = useState<string | null>(null);
  const current = shown.includes(day) ? day : on;
  useEffect(() => {
    const cell = wanted && document.getElementById(dayId(wanted));
    if (!cell) return;
    cell.focus();
    setWanted(null);
  });

  const go = (next: string, isPage = false) => {
    setDay(next);
    if (isPage || !shown.includes(next)) onDay(next);
    setWanted(next);
  };
  const carry = (key: string, part: Part, days: number) => {
    const due = screen.nudge(key, part, days)?.dueDate;
    if (due && !shown.includes(due)) onDay(due);
    if (due) setDay(due);
  };
  const toTask = (by: number) => {
    const keys = screen.dated.map(({ task }) => task.key);
    const at = screen.focused ? keys.indexOf(screen.focused) : -1;
    const key = keys[Math.max(0, Math.min(keys.length - 1, at + by))];
    if (key) screen.want(key);
  };
  useKeys({ j: () => toTask(1), k: () => toTask(-1) });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    const key = screen.keyAt(event.target);
    const step = steps[event.key];
    const isAside = step === 1 || step === -1;
    if (event.shiftKey && key && step !== undefined && canChange) {
      if (!event.altKey) carry(key, "whole", step);
      else if (isAside) carry(key, "end", step);
    } else if (event.altKey || event.shiftKey) return;
    else if (step !== undefined) go(plusDays(current, step));
    else if (event.key === "PageUp" || event.key === "PageDown")
      go(onStep(event.key === "PageDown" ? 1 : -1), true);
    else if (event.key === "Enter" && isDay(event.target)) onShow(current);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocus = (event: FocusEvent) => {
    screen.on.onFocus(event);
    const cell = event.target.closest<HTMLElement>("[data-day]")?.dataset["day"];
    if (cell) setDay(cell);
  };
  return { day: current, on: { onKeyDown, onFocus, onBlur: screen.on.onBlur } };
}

export type CalendarKeys = ReturnType<typeof useCalendarKeys>;

function isDay(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset["day"] !== undefined;
}

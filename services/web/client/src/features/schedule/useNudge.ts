import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { TaskItem, TaskPatch } from "~/shared/api/generated/api";
import { focusWhenDrawn } from "~/shared/lib/taskFocus";
import { movedBy, type Part, withDates } from "./spans";

type Nudged = { task: TaskItem; patch: TaskPatch };

const restAfter = 600;

/**
 * Moves tasks in time by keys: at once on screen, and as one change when the keys rest. Gives the tasks as they are
 * shown, and the way to move one; that keeps the focus.
 */
export function useNudge(tasks: readonly TaskItem[], change: (task: TaskItem, patch: TaskPatch) => void) {
  const [nudged, setNudged] = useState<Nudged | null>(null);
  const [wanted, setWanted] = useState<{ key: string } | null>(null);
  const latest = useRef<Nudged | null>(null);
  const save = useRef(change);
  useEffect(() => {
    save.current = change;
  });

  const settle = useCallback(() => {
    const done = latest.current;
    latest.current = null;
    if (done && !holds(done.task, done.patch)) save.current(done.task, done.patch);
    else setNudged(null);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is listed next has what was sent, or why not
  useEffect(() => {
    if (!latest.current) setNudged(null);
  }, [tasks]);
  useEffect(() => {
    if (!nudged) return;
    const timer = setTimeout(settle, restAfter);
    return () => clearTimeout(timer);
  }, [nudged, settle]);
  useEffect(() => settle, [settle]);
  useEffect(() => (wanted ? focusWhenDrawn(wanted.key, () => setWanted(null)) : undefined), [wanted]);

  const shown = useMemo(
    () => tasks.map((task) => (task.key === nudged?.task.key ? withDates(task, nudged.patch) : task)),
    [tasks, nudged],
  );
  const nudge = (key: string, part: Part, days: number): TaskPatch | null => {
    if (latest.current && latest.current.task.key !== key) settle();
    const before = latest.current;
    const task = before?.task ?? tasks.find((item) => item.key === key);
    const patch = task && movedBy(withDates(task, before?.patch ?? {}), part, days);
    if (!task || !patch) return null;
    const next = { task, patch: { ...before?.patch, ...patch } };
    latest.current = next;
    setNudged(next);
    setWanted({ key });
    return next.patch;
  };
  const want = (key: string) => setWanted({ key });
  return { tasks: shown, nudge, want };
}

function holds({ startDate, dueDate }: TaskItem, patch: TaskPatch): boolean {
  const now = { startDate, dueDate };
  return JSON.stringify({ ...now, ...patch }) === JSON.stringify(now);
}

import { monitorForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useRef } from "react";
import type { TaskItem, TaskPatch } from "~/shared/api/generated/api";
import { daysBetween } from "~/shared/lib/days";
import { type DraggedTask, readDayData, readTask } from "./dragData";
import { dueOn, movedBy } from "./spans";

type Drop = { tasks: readonly TaskItem[]; change: (task: TaskItem, patch: TaskPatch) => void };

/** Turns a drop on a day into a change of dates. */
export function useCalendarDrop(drop: Drop): void {
  const current = useRef(drop);
  current.current = drop;
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => readTask(source.data) !== null,
        onDrop: ({ source, location }) => {
          const dragged = readTask(source.data);
          const target = location.current.dropTargets[0];
          const day = target && readDayData(target.data);
          const task = current.current.tasks.find(({ key }) => key === dragged?.key);
          const patch = dragged && day && task ? patchOf(task, dragged, day) : null;
          if (task && patch) current.current.change(task, patch);
        },
      }),
    [],
  );
}

/** What a drop changes: a bar goes as far as it was carried, its end to the very day. */
export function patchOf(task: TaskItem, { part, day: taken }: DraggedTask, day: string): TaskPatch | null {
  if (!task.dueDate) return dueOn(task, day);
  if (part === "end") return movedBy(task, "end", daysBetween(task.dueDate, day));
  return movedBy(task, "whole", daysBetween(taken ?? task.dueDate, day));
}

import { useMemo } from "react";
import type { TaskItem } from "~/shared/api/generated/api";
import { nearness } from "~/shared/commands/registry";
import { type TaskSubject, useTaskCommands } from "~/shared/domain/useTaskCommands";
import type { ListActions } from "./ListContext";

/** Offers what can be done with the task of the row that has the focus. */
export function useFocusedRow(task: TaskItem | undefined, { change, canChange }: ListActions): void {
  const subject = useMemo<TaskSubject | undefined>(
    () => task && { task, change: (patch) => change(task, patch), fixed: !canChange },
    [task, change, canChange],
  );
  useTaskCommands(subject, nearness.focused);
}

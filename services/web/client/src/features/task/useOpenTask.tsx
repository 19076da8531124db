import { useMemo } from "react";
import { nearness, useCommands } from "~/shared/commands/registry";
import { type TaskSubject, useTaskCommands } from "~/shared/domain/useTaskCommands";
import { Icon } from "~/shared/ui/Icon";
import type { TaskOnScreen } from "./useTask";

/** Offers what can be done with the task that is open. */
export function useOpenTask({ task, latest, change, archive }: TaskOnScreen, readOnly: boolean): void {
  const subject = useMemo<TaskSubject | undefined>(
    () => latest && { task: latest, change: (patch) => void change(patch, latest), fixed: readOnly },
    [latest, change, readOnly],
  );
  useTaskCommands(subject, nearness.open);
  const mayArchive = task !== undefined && (!readOnly || task.archived);
  useCommands(
    mayArchive
      ? [
          {
            id: "task-archive",
            title: task.archived ? `Bring ${task.key} back` : `Archive ${task.key}`,
            group: task.key,
            icon: <Icon name="archive" />,
            run: () => archive.mutate(!task.archived),
          },
        ]
      : [],
    nearness.open,
  );
}

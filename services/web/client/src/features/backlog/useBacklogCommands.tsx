import { useMemo } from "react";
import type { TaskItem } from "~/shared/api/generated/api";
import { type Command, nearness, useCommands } from "~/shared/commands/registry";
import { useChangeTask } from "~/shared/domain/useChangeTask";
import { type TaskSubject, useTaskCommands } from "~/shared/domain/useTaskCommands";
import { Icon } from "~/shared/ui/Icon";
import type { BacklogActions } from "./BacklogContext";
import { nameOf } from "./names";
import { usualPlace } from "./sections";

/** Offers a new sprint, and what can be done with the task of the row that has the focus. */
export function useBacklogCommands(
  { project, sections, canPlan, move, ask }: BacklogActions,
  task: TaskItem | undefined,
): void {
  const change = useChangeTask(project);
  const subject = useMemo<TaskSubject | undefined>(
    () => task && { task, change: (patch) => change(task, patch), fixed: !canPlan },
    [task, change, canPlan],
  );
  useTaskCommands(subject, nearness.focused);
  const newSprint: Command = {
    id: "new-sprint",
    title: "New sprint",
    group: "Create",
    icon: <Icon name="flag" />,
    words: "create add plan iteration",
    run: () => ask({ what: "new" }),
  };
  useCommands(canPlan ? [newSprint] : [], nearness.page);
  const title = `Sprint of ${task?.key ?? ""}`;
  const moveTo: Command = {
    id: "task-sprint",
    title: "Move to sprint…",
    group: task?.key ?? "",
    icon: <Icon name="flag" />,
    words: "plan backlog",
    next: () => ({
      title,
      items: sections.map((section) => ({
        id: `to-${section.id}`,
        title: nameOf(section),
        group: title,
        icon: <Icon name={section.sprint ? "flag" : "list"} />,
        run: () => {
          if (task) move(task, (moved) => usualPlace(section, moved));
        },
      })),
    }),
  };
  useCommands(canPlan && task ? [moveTo] : [], nearness.focused);
}

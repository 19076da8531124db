import { useMemo } from "react";
import type { TaskItem } from "~/shared/api/generated/api";
import { type Command, nearness, useCommands } from "~/shared/commands/registry";
import { useChangeTask } from "~/shared/domain/useChangeTask";
import { type TaskSubject, useTaskCommands } from "~/shared/domain/useTaskCommands";
import { Icon, type IconName } from "~/shared/ui/Icon";
import type { BacklogActions } from "./BacklogContext";
import { nameOf } from "./names";
import { type Section, usualPlace } from "./sections";

/** Offers a new sprint, what can be done with the open ones, and with the task of the row that has the focus. */
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
  useCommands(
    canPlan ? [newSprint, ...sections.flatMap((section) => ofSprint(section, ask))] : [],
    nearness.page,
  );
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

/** What can be done with an open sprint; one without tasks can be deleted before it starts, but not started. */
function ofSprint({ sprint, tasks }: Section, ask: BacklogActions["ask"]): Command[] {
  if (!sprint) return [];
  const command = (
    what: "start" | "complete" | "edit" | "delete",
    verb: string,
    icon: IconName,
  ): Command => ({
    id: `${what}-${sprint.id}`,
    title: `${verb} ${sprint.name}…`,
    group: "Sprints",
    icon: <Icon name={icon} />,
    words: "sprint iteration",
    run: () => ask({ what, sprint }),
  });
  const edit = command("edit", "Edit", "edit");
  if (sprint.state === "active") return [command("complete", "Complete", "check"), edit];
  return tasks.length > 0
    ? [command("start", "Start", "flag"), edit]
    : [edit, command("delete", "Delete", "trash")];
}

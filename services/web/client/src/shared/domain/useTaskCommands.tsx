import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { TaskPatch } from "~/shared/api/generated/api";
import { includesRole, projectQuery } from "~/shared/api/projects";
import { useMe } from "~/shared/api/session";
import { projectOf } from "~/shared/api/tasks";
import { useMayGo } from "~/shared/api/workflow";
import { type Command, useCommands } from "~/shared/commands/registry";
import { copyText } from "~/shared/lib/copyText";
import { Icon, type IconName } from "~/shared/ui/Icon";
import type { Choice } from "~/shared/ui/Picker";
import { nobody, priorityChoices, statusChoices, typeChoices, useAssigneeChoices } from "./choices";
import { dueStep } from "./dueStep";
import { labelsStep } from "./labelsStep";
import type { ListedTask } from "./listed";

/** A task that commands are about, and how to change it. */
export type TaskSubject = { task: ListedTask; change: (patch: TaskPatch) => void; fixed?: boolean };

/** Offers what can be done with a task: the open one, or the one that has the focus. */
export function useTaskCommands(subject: TaskSubject | undefined, near: number): void {
  const key = subject?.task.key ?? "";
  const project = useQuery(projectQuery(projectOf(key))).data;
  const mayGo = useMayGo(projectOf(key));
  const assignees = useAssigneeChoices(projectOf(key));
  const me = useMe()?.id;
  const mayChange = !subject?.fixed && includesRole(project?.role, "member");
  const commands = useMemo<Command[]>(() => {
    if (!subject) return [];
    const { task, change } = subject;
    const group = task.key;
    const copy: Command = {
      id: "task-copy",
      title: `Copy the link to ${key}`,
      group,
      icon: <Icon name="copy" />,
      words: "url share",
      run: () => void copyText(`${window.location.origin}/browse/${key}`, "Link copied"),
    };
    if (!mayChange) return [copy];
    const assign = (id: string): TaskPatch => ({ assigneeId: id === nobody ? null : id });
    const statuses = statusChoices(project?.statuses ?? []).filter(({ value }) =>
      mayGo(task.statusId, value),
    );
    return [
      choice(subject, "Status", "S", "status", task.statusId, statuses, (statusId) => ({ statusId })),
      choice(subject, "Assignee", "A", "user", task.assigneeId ?? nobody, assignees, assign),
      ...(me && task.assigneeId !== me && assignees.some(({ value }) => value === me)
        ? [
            {
              id: "task-mine",
              title: "Assign to me",
              group,
              icon: <Icon name="user" />,
              keys: "I",
              run: () => change({ assigneeId: me }),
            },
          ]
        : []),
      choice(subject, "Priority", "P", "filter", task.priority, priorityChoices, (priority) => ({
        priority,
      })),
      choice(subject, "Type", undefined, "file", task.type, typeChoices, (type) => ({ type })),
      {
        id: "task-labels",
        title: "Labels…",
        group,
        icon: <Icon name="label" />,
        keys: "L",
        words: `label tag ${key}`,
        next: () => labelsStep(task, change),
      },
      {
        id: "task-due",
        title: "Due date…",
        group,
        icon: <Icon name="calendar" />,
        keys: "D",
        words: `deadline day ${key}`,
        next: () => dueStep(task, change),
      },
      copy,
    ];
  }, [subject, key, project, mayGo, assignees, me, mayChange]);
  useCommands(commands, near);
}

/** The command that opens the choices for one field. */
function choice<V extends string>(
  { task, change }: TaskSubject,
  name: string,
  keys: string | undefined,
  icon: IconName,
  value: V,
  choices: readonly Choice<V>[],
  patch: (value: V) => TaskPatch,
): Command {
  const title = `${name} of ${task.key}`;
  const pick = (item: Choice<V>): Command => ({
    id: `pick-${item.value}`,
    title: item.label,
    group: title,
    icon: item.icon,
    words: item.hint,
    checked: item.value === value,
    run: () => {
      if (item.value !== value) change(patch(item.value));
    },
  });
  return {
    id: `task-${name.toLowerCase()}`,
    title: `${name}…`,
    group: task.key,
    icon: <Icon name={icon} />,
    keys,
    words: `set change ${title}`,
    next: () => ({ title, items: choices.map(pick) }),
  };
}

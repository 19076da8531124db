import type { TaskPatch } from "~/shared/api/generated/api";
import type { Command, Step } from "~/shared/commands/registry";
import { formatPlainDay, inDays, readDay } from "~/shared/lib/days";
import { Icon } from "~/shared/ui/Icon";
import { faultOf } from "./customValues";
import type { ListedTask } from "./listed";

const usual = [
  { name: "Today", days: 0 },
  { name: "Tomorrow", days: 1 },
  { name: "In a week", days: 7 },
  { name: "In two weeks", days: 14 },
];

/** The days that are often picked, none, and any other by typing it; the present one is marked. */
export function dayStep(
  title: string,
  onPick: (day: string | null) => void,
  now?: string | null,
  none = "No due date",
): Step {
  const due = (name: string, day: string | null): Command => ({
    id: `due-${day ?? "none"}`,
    title: name,
    group: title,
    icon: <Icon name={day === null ? "close" : "calendar"} />,
    ...(now === undefined ? {} : { checked: day === now }),
    run: () => onPick(day),
  });
  return {
    title,
    items: [
      ...usual.map(({ name, days }) => due(`${name}, ${formatPlainDay(inDays(days))}`, inDays(days))),
      due(none, null),
    ],
    typed: (text) => {
      const typed = readDay(text);
      return "value" in typed && typed.value ? [due(`On ${formatPlainDay(typed.value)}`, typed.value)] : [];
    },
    fault: (text) => faultOf(readDay(text)),
  };
}

/** The day that a task is due. */
export function dueStep(task: ListedTask, change: (patch: TaskPatch) => void): Step {
  const pick = (dueDate: string | null) => {
    if (dueDate !== task.dueDate) change({ dueDate });
  };
  return dayStep(`Due date of ${task.key}`, pick, task.dueDate);
}

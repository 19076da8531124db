import type { TaskPatch } from "~/shared/api/generated/api";
import type { Command, Step } from "~/shared/commands/registry";
import { Icon } from "~/shared/ui/Icon";
import type { ListedTask } from "./listed";
import { toggled } from "./taskFilter";

/** The labels of a task to take away, and any other to add by typing it. */
export function labelsStep(task: ListedTask, change: (patch: TaskPatch) => void): Step {
  const title = `Labels of ${task.key}`;
  const toggle = (label: string): Command => ({
    id: `label-${label}`,
    title: task.labels.includes(label) ? `Remove ${label}` : `Add ${label}`,
    group: title,
    icon: <Icon name={task.labels.includes(label) ? "close" : "label"} />,
    run: () => change({ labels: toggled(task.labels, label) }),
  });
  return {
    title,
    items: task.labels.map(toggle),
    typed: (text) => {
      const label = text.slice(0, 50);
      const isOwn = !label.includes(",") && !/^remove\b/i.test(label) && !task.labels.includes(label);
      return isOwn ? [toggle(label)] : [];
    },
  };
}

import type { QueryClient } from "@tanstack/react-query";
import type { BulkPatch, Sprint } from "~/shared/api/generated/api";
import type { Command, Step } from "~/shared/commands/registry";
import { Icon, type IconName } from "~/shared/ui/Icon";
import type { Choice } from "~/shared/ui/Picker";
import { dayStep } from "./dueStep";
import { seenLabels } from "./listed";

/** Changes all selected tasks. */
export type Change = (patch: BulkPatch) => void;

/** A choice of a step. */
export function entry(title: string, name: string, icon: IconName, run: () => void): Command {
  return { id: `bulk-${title}-${name}`, title: name, group: title, icon: <Icon name={icon} />, run };
}

/** The choices for one field of all selected tasks. */
export function choiceStep<V extends string>(
  title: string,
  choices: readonly Choice<V>[],
  onPick: (value: V) => void,
): Step {
  return {
    title,
    items: choices
      .filter(({ disabled }) => !disabled)
      .map(({ value, label, icon, hint }) => ({
        id: `bulk-${title}-${value}`,
        title: label,
        group: title,
        icon,
        words: hint,
        run: () => onPick(value),
      })),
  };
}

/** Labels to add to all selected tasks, or to take away from them; any other to add by typing it. */
export function bulkLabelsStep(client: QueryClient, project: string, change: Change): Step {
  const title = "Labels of the selected";
  const add = (label: string) => entry(title, `Add ${label}`, "label", () => change({ addLabels: [label] }));
  const seen = seenLabels(client, project);
  return {
    title,
    items: [
      ...seen.map(add),
      ...seen.map((label) =>
        entry(title, `Remove ${label}`, "close", () => change({ removeLabels: [label] })),
      ),
    ],
    typed: (text) => {
      const label = text.trim().slice(0, 50);
      return label === "" || label.includes(",") || /^(add|remove)\b/i.test(label) || seen.includes(label)
        ? []
        : [add(label)];
    },
  };
}

/** The sprint of all selected tasks, or the backlog. */
export function bulkSprintStep(open: readonly Sprint[], change: Change): Step {
  const title = "Sprint of the selected";
  return {
    title,
    items: [
      ...open.map(({ id, name }) => entry(title, name, "flag", () => change({ sprintId: id }))),
      entry(title, "Backlog", "list", () => change({ sprintId: null })),
    ],
  };
}

/** The day that all selected tasks are due. */
export function bulkDueStep(change: Change): Step {
  return dayStep("Due date of the selected", (dueDate) => change({ dueDate }));
}

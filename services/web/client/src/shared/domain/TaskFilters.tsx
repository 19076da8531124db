import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Status } from "~/shared/api/generated/api";
import { useMe } from "~/shared/api/session";
import { classes } from "~/shared/ui/classes";
import { Icon, type IconName } from "~/shared/ui/Icon";
import { type Choice, Picker } from "~/shared/ui/Picker";
import { statusChoices, typeChoices, useMemberChoices } from "./choices";
import { seenLabels } from "./listed";
import { typeNames } from "./names";
import { type TaskFilter, toggled } from "./taskFilter";

export type FilterProps = { project: string; filter: TaskFilter; onFilter: (filter: TaskFilter) => void };

/** Only the tasks of one person, or of nobody; picked again, of anybody. */
export function AssigneeFilter({ project, filter, onFilter }: FilterProps) {
  const me = useMe()?.id;
  const choices = useMemberChoices(project);
  const assigneeId = filter.assignee === "me" ? (me ?? "") : filter.assignee;
  const assignee = choices.find((choice) => choice.value === assigneeId);
  return (
    <Picker
      label="Assignee filter"
      className={chip(filter.assignee !== "")}
      value={assigneeId || null}
      choices={choices}
      filterable
      onPick={(value) =>
        onFilter({ ...filter, assignee: value === assigneeId ? "" : value === me ? "me" : value })
      }
    >
      <ChipText icon="user">{assignee?.label ?? "Assignee"}</ChipText>
    </Picker>
  );
}

/** Only tasks of the chosen types. */
export function TypeFilter({ filter, onFilter }: FilterProps) {
  return (
    <Picker
      label="Type filter"
      className={chip(filter.types.length > 0)}
      value={null}
      chosen={filter.types}
      choices={typeChoices}
      onPick={(type) => onFilter({ ...filter, types: toggled(filter.types, type) })}
    >
      <ChipText icon="filter">{filter.types.map((type) => typeNames[type]).join(", ") || "Type"}</ChipText>
    </Picker>
  );
}

/** Only tasks in the chosen statuses. */
export function StatusFilter({
  statuses,
  filter,
  onFilter,
}: Omit<FilterProps, "project"> & { statuses: readonly Status[] }) {
  const names = statuses.filter(({ id }) => filter.statuses.includes(id)).map(({ name }) => name);
  return (
    <Picker
      label="Status filter"
      className={chip(filter.statuses.length > 0)}
      value={null}
      chosen={filter.statuses}
      choices={statusChoices(statuses)}
      onPick={(id) => onFilter({ ...filter, statuses: toggled(filter.statuses, id) })}
    >
      <ChipText icon="status">{names.join(", ") || "Status"}</ChipText>
    </Picker>
  );
}

/** Only tasks with all of the chosen labels; labels that were not seen yet can be typed. */
export function LabelFilter({ project, filter, onFilter }: FilterProps) {
  const client = useQueryClient();
  const choices = () => [...new Set([...filter.labels, ...seenLabels(client, project)])].map(labelChoice);
  return (
    <Picker
      label="Label filter"
      className={chip(filter.labels.length > 0)}
      value={null}
      chosen={filter.labels}
      choices={choices}
      other={(text) => (text.includes(",") ? null : labelChoice(text))}
      filterable
      onPick={(label) => onFilter({ ...filter, labels: toggled(filter.labels, label) })}
    >
      <ChipText icon="label">{filter.labels.join(", ") || "Label"}</ChipText>
    </Picker>
  );
}

/** What stands on a filter's button. */
export function ChipText({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <>
      <Icon name={icon} />
      <span>{children}</span>
    </>
  );
}

function labelChoice(label: string): Choice<string> {
  return { value: label, label, icon: <Icon name="label" /> };
}

/** The looks of a filter's button, on or off. */
export function chip(on: boolean): string {
  return classes("filter-chip", on && "filter-chip-on");
}

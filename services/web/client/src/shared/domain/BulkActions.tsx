import { useQueryClient } from "@tanstack/react-query";
import { type Command, nearness, perform, useCommands } from "~/shared/commands/registry";
import { Icon, type IconName } from "~/shared/ui/Icon";
import { Menu, MenuItem } from "~/shared/ui/Menu";
import { Picker } from "~/shared/ui/Picker";
import { bulkCustomStep, bulkEstimateStep } from "./bulkCustomSteps";
import { bulkDueStep, bulkLabelsStep, bulkSprintStep, choiceStep } from "./bulkSteps";
import { nobody, priorityChoices } from "./choices";
import { type Selected, useBulk } from "./useBulk";
import { useBulkChoices } from "./useBulkChoices";

/** What can be done with all selected tasks at once, here and in the palette. */
export function BulkActions(selected: Selected) {
  const { project, from = [] } = selected;
  const client = useQueryClient();
  const { change, dialog } = useBulk(selected);
  const { statuses, assignees, sprints, fields, people } = useBulkChoices(project, from);

  const toStatus = (statusId: string) => change({ statusId });
  const assign = (id: string) => change({ assigneeId: id === nobody ? null : id });
  const command = (name: string, icon: IconName, what: Pick<Command, "run" | "next" | "words">): Command => ({
    id: `bulk-${name}`,
    title: name,
    group: "Selected tasks",
    icon: <Icon name={icon} />,
    words: "all selected change bulk",
    ...what,
  });
  const more = [
    command("Labels of selected…", "label", { next: () => bulkLabelsStep(client, project, change) }),
    command("Sprint of selected…", "flag", { next: () => bulkSprintStep(sprints, change) }),
    command("Due date of selected…", "calendar", { next: () => bulkDueStep(change) }),
    command("Estimate of selected…", "clock", { next: () => bulkEstimateStep(change) }),
    ...(fields.length > 0
      ? [
          command("Custom field of selected…", "edit", {
            words: `change bulk ${fields.map(({ name }) => name).join(" ")}`,
            next: () => bulkCustomStep(fields, { assignees, people }, change),
          }),
        ]
      : []),
    command("Archive selected", "archive", { run: () => change({ archived: true }) }),
  ];
  useCommands(
    [
      command("Change status of selected…", "status", {
        next: () => choiceStep("Status of the selected", statuses, toStatus),
      }),
      command("Assign selected to…", "user", {
        next: () => choiceStep("Assignee of the selected", assignees, assign),
      }),
      command("Change priority of selected…", "filter", {
        next: () =>
          choiceStep("Priority of the selected", priorityChoices, (priority) => change({ priority })),
      }),
      ...more,
    ],
    nearness.focused,
  );
  const look = "button button-ghost";
  return (
    <>
      <Picker
        label="Status of the selected"
        className={look}
        value={null}
        choices={statuses}
        onPick={toStatus}
      >
        <Icon name="status" /> Status
      </Picker>
      <Picker
        label="Priority of the selected"
        className={look}
        value={null}
        choices={priorityChoices}
        onPick={(priority) => change({ priority })}
      >
        <Icon name="filter" /> Priority
      </Picker>
      <Picker
        label="Assignee of the selected"
        className={look}
        value={null}
        choices={assignees}
        filterable
        onPick={assign}
      >
        <Icon name="user" /> Assignee
      </Picker>
      <Menu
        label="More for the selected"
        triggerClass="icon-button"
        align="end"
        trigger={<Icon name="more" />}
      >
        {(close) =>
          more.map((item) => (
            <MenuItem
              key={item.id}
              icon={item.icon}
              onSelect={() => {
                close();
                perform(item);
              }}
            >
              {item.title.replace(" of selected", "").replace(" selected", "")}
            </MenuItem>
          ))
        }
      </Menu>
      {dialog}
    </>
  );
}

import type { TaskItem, TaskPatch } from "~/shared/api/generated/api";
import { nobody, priorityChoices, statusChoices } from "~/shared/domain/choices";
import { useKeys } from "~/shared/keys/useKeys";
import { formatCount } from "~/shared/lib/format";
import { IconButton } from "~/shared/ui/Button";
import { Icon } from "~/shared/ui/Icon";
import { Picker } from "~/shared/ui/Picker";
import { useList } from "./ListContext";
import "~/shared/ui/selection.css";

/** What can be done with all selected tasks at once. */
export function SelectionBar({ tasks, onClear }: { tasks: readonly TaskItem[]; onClear: () => void }) {
  const { statuses, assignees, change } = useList();
  useKeys({ Escape: onClear });
  const changeAll = (patch: TaskPatch) => {
    for (const task of tasks) change(task, patch);
  };
  return (
    <section className="selection" aria-label="Selected tasks">
      <span className="selection-count" role="status">
        {formatCount(tasks.length)} selected
      </span>
      <Picker
        label="Status of the selected"
        className="button button-ghost"
        value={null}
        choices={statusChoices(statuses)}
        onPick={(statusId) => changeAll({ statusId })}
      >
        <Icon name="status" /> Status
      </Picker>
      <Picker
        label="Priority of the selected"
        className="button button-ghost"
        value={null}
        choices={priorityChoices}
        onPick={(priority) => changeAll({ priority })}
      >
        <Icon name="filter" /> Priority
      </Picker>
      <Picker
        label="Assignee of the selected"
        className="button button-ghost"
        value={null}
        choices={assignees}
        filterable
        onPick={(id) => changeAll({ assigneeId: id === nobody ? null : id })}
      >
        <Icon name="user" /> Assignee
      </Picker>
      <IconButton icon="close" label="Select nothing" keys="Esc" onClick={onClear} />
    </section>
  );
}

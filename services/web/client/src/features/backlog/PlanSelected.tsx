import type { TaskItem } from "~/shared/api/generated/api";
import { BulkActions } from "~/shared/domain/BulkActions";
import { useKeys } from "~/shared/keys/useKeys";
import { formatCount } from "~/shared/lib/format";
import { IconButton } from "~/shared/ui/Button";
import { Icon } from "~/shared/ui/Icon";
import { Picker } from "~/shared/ui/Picker";
import { useBacklog } from "./BacklogContext";
import { nameOf } from "./names";
import { usualPlace } from "./sections";
import "~/shared/ui/selection.css";

/** What can be done with all selected tasks at once: they go to another section together. */
export function PlanSelected({ tasks, onClear }: { tasks: readonly TaskItem[]; onClear: () => void }) {
  const { project, sections, move } = useBacklog();
  useKeys({ Escape: onClear });
  const [first] = tasks;
  const points = tasks.reduce((sum, task) => sum + (task.points ?? 0), 0);
  return (
    <section className="selection" aria-label="Selected tasks">
      <span className="selection-count" role="status">
        {formatCount(tasks.length)} selected{points > 0 ? `, ${formatCount(points)} points` : ""}
      </span>
      <Picker
        label="Move the selected to"
        className="button button-ghost"
        value={null}
        choices={sections.map((section) => ({
          value: section.id,
          label: nameOf(section),
          icon: <Icon name={section.sprint ? "flag" : "list"} />,
        }))}
        onPick={(id) => {
          const to = sections.find((section) => section.id === id);
          if (first && to) move(first, (moved) => usualPlace(to, moved));
          onClear();
        }}
      >
        <Icon name="arrow" /> Move to…
      </Picker>
      <BulkActions
        project={project}
        which={{ tasks: tasks.map(({ key }) => key) }}
        count={tasks.length}
        from={tasks.map(({ statusId }) => statusId)}
      />
      <IconButton icon="close" label="Select nothing" keys="Esc" onClick={onClear} />
    </section>
  );
}

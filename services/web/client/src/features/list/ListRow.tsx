import { memo } from "react";
import type { TaskItem } from "~/shared/api/generated/api";
import { BlockedGlyph, TypeGlyph } from "~/shared/domain/Glyphs";
import { onPlainClick } from "~/shared/lib/onPlainClick";
import { taskLinkId } from "~/shared/lib/taskFocus";
import { classes } from "~/shared/ui/classes";
import { Cell } from "./Cells";
import { useList } from "./ListContext";
import { RowExcerpt, RowTitle } from "./RowTitle";

type ListRowProps = { task: TaskItem; index: number; tabbable: boolean; selected: boolean };

/** A row of the table: its title is the link that keys walk along, its values change in place. */
export const ListRow = memo(function ListRow({ task, index, tabbable, selected }: ListRowProps) {
  const { shown, statuses, canChange, openKey, open, select } = useList();
  const isDone = (id: string) => statuses.find((status) => status.id === id)?.category === "done";
  const tabIndex = tabbable ? 0 : -1;
  return (
    <div
      className={classes("list-row", selected && "list-selected", openKey === task.key && "list-open")}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
    >
      <span role="gridcell" className="list-mark">
        {canChange ? (
          <input
            type="checkbox"
            aria-label={`Select ${task.key}`}
            tabIndex={-1}
            checked={selected}
            onChange={() => {}}
            onClick={(event) => select(task.key, event.shiftKey)}
          />
        ) : null}
      </span>
      <span role="gridcell" className="list-key">
        <TypeGlyph type={task.type} />
        {task.key}
      </span>
      <span role="gridcell" className="list-title">
        <a
          id={taskLinkId(task.key)}
          data-task={task.key}
          href={`/browse/${task.key}`}
          tabIndex={tabIndex}
          aria-current={openKey === task.key || undefined}
          onClick={onPlainClick(() => open(task.key))}
        >
          <RowTitle task={task} />
        </a>
        {task.blocked && !isDone(task.statusId) ? <BlockedGlyph /> : null}
        <RowExcerpt task={task} />
      </span>
      {shown.map((column) => (
        <span
          key={column.id}
          role="gridcell"
          className={`list-cell list-cell-${column.field ? "custom" : column.id}`}
        >
          <Cell column={column} task={task} tabIndex={tabIndex} />
        </span>
      ))}
    </div>
  );
});

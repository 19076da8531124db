import { memo, useMemo, useRef } from "react";
import type { TaskItem } from "~/shared/api/generated/api";
import { DueDay } from "~/shared/domain/DueDay";
import { PriorityGlyph, StatusGlyph, TypeGlyph } from "~/shared/domain/Glyphs";
import { onPlainClick } from "~/shared/lib/onPlainClick";
import { taskLinkId } from "~/shared/lib/taskFocus";
import { useItemDrag } from "~/shared/lib/useItemDrag";
import { Avatar } from "~/shared/ui/Avatar";
import { classes } from "~/shared/ui/classes";
import { useBacklog } from "./BacklogContext";
import { readRow, rowData } from "./dragData";
import { RowMenu } from "./RowMenu";
import type { Section } from "./sections";

type BacklogRowProps = { task: TaskItem; section: Section; tabbable: boolean; selected: boolean };

/** A task of a section: a link that can be dragged, selected, moved by keys, and opened. */
export const BacklogRow = memo(function BacklogRow({ task, section, tabbable, selected }: BacklogRowProps) {
  const ref = useRef<HTMLDivElement>(null);
  const { statuses, people, canPlan, openKey, open, select } = useBacklog();
  const data = useMemo(() => rowData(task.key, section.id), [task.key, section.id]);
  const { dragging, edge } = useItemDrag(ref, data, readRow, canPlan);
  const status = statuses.find(({ id }) => id === task.statusId);
  const assignee = task.assigneeId ? people.get(task.assigneeId) : undefined;
  const isLate = section.sprint !== null && task.sprint?.addedAfterStart;
  return (
    <div
      ref={ref}
      className={classes(
        "backlog-row",
        selected && "backlog-selected",
        openKey === task.key && "backlog-open",
        dragging && "backlog-dragging",
      )}
      data-row={task.key}
      data-edge={edge}
    >
      {canPlan ? (
        <input
          type="checkbox"
          className="backlog-mark"
          aria-label={`Select ${task.key}`}
          tabIndex={-1}
          checked={selected}
          onChange={() => {}}
          onClick={(event) => select(task.key, event.shiftKey)}
        />
      ) : null}
      <TypeGlyph type={task.type} />
      <span className="backlog-key">{task.key}</span>
      <a
        id={taskLinkId(task.key)}
        className={classes("backlog-title", status?.category === "done" && "backlog-done")}
        href={`/browse/${task.key}`}
        draggable={false}
        tabIndex={tabbable ? 0 : -1}
        aria-current={openKey === task.key || undefined}
        onClick={onPlainClick(() => open(task.key))}
      >
        {task.title}
      </a>
      {isLate ? <span className="backlog-late">added after start</span> : null}
      {task.parent ? (
        <span className="backlog-parent" title={`${task.parent.key} ${task.parent.title}`}>
          {task.parent.title}
        </span>
      ) : null}
      {task.dueDate ? <DueDay day={task.dueDate} category={status?.category} /> : null}
      <span className="backlog-status" title={status?.name}>
        {status ? <StatusGlyph category={status.category} /> : null}
        <span>{status?.name ?? "…"}</span>
      </span>
      <PriorityGlyph priority={task.priority} />
      <Avatar user={assignee} size={18} />
      <span className="backlog-points">
        {task.points === null ? null : (
          <>
            <span className="visually-hidden">points </span>
            {task.points}
          </>
        )}
      </span>
      {canPlan ? <RowMenu task={task} section={section} /> : null}
    </div>
  );
});

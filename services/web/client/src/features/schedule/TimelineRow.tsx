import { StatusGlyph, TypeGlyph } from "~/shared/domain/Glyphs";
import { formatCounted } from "~/shared/lib/format";
import { onPlainClick } from "~/shared/lib/onPlainClick";
import { taskLinkId } from "~/shared/lib/taskFocus";
import { classes } from "~/shared/ui/classes";
import { Icon } from "~/shared/ui/Icon";
import type { Row } from "./rows";
import { useScheduleActions } from "./ScheduleContext";
import { barId, TimelineBar } from "./TimelineBar";
import { useTimeline } from "./TimelineContext";

type TimelineRowProps<R extends Row> = { row: R; index: number; tabbable: boolean };

/** A row of a timeline: what it is about stays at the left, its bar is where its time is. */
export function TimelineRow(props: TimelineRowProps<Row>) {
  const { row, ...rest } = props;
  return row.kind === "group" ? <GroupRow row={row} {...rest} /> : <TaskRow row={row} {...rest} />;
}

function GroupRow({ row, index, tabbable }: TimelineRowProps<Extract<Row, { kind: "group" }>>) {
  const { fold } = useTimeline();
  const { group, folded, count } = row;
  return (
    <div
      role="row"
      aria-level={1}
      aria-expanded={!folded}
      aria-rowindex={index + 2}
      data-row={row.key}
      className="timeline-row timeline-group"
    >
      <span role="rowheader" className="timeline-side">
        <button
          id={taskLinkId(row.key)}
          type="button"
          tabIndex={tabbable ? 0 : -1}
          aria-expanded={!folded}
          aria-label={`${group.name}, ${formatCounted(count, "task")}`}
          aria-describedby={group.own ? barId(group.own.task.key) : undefined}
          className={classes("timeline-fold", folded && "timeline-folded")}
          onClick={() => fold(group.id)}
        >
          <Icon name="chevron" />
          <span className="timeline-title">{group.name}</span>
          <span className="timeline-count">{count}</span>
        </button>
      </span>
      <span role="gridcell" className="timeline-track">
        {group.own ? <TimelineBar span={group.own} isEpic /> : null}
      </span>
    </div>
  );
}

function TaskRow({ row, index, tabbable }: TimelineRowProps<Extract<Row, { kind: "task" }>>) {
  const { categories, openKey, open } = useScheduleActions();
  const { task, span } = row;
  return (
    <div
      role="row"
      aria-level={2}
      aria-rowindex={index + 2}
      data-row={row.key}
      className={classes("timeline-row", openKey === task.key && "timeline-open")}
    >
      <span role="rowheader" className="timeline-side">
        <a
          id={taskLinkId(task.key)}
          data-task={task.key}
          href={`/browse/${task.key}`}
          draggable={false}
          tabIndex={tabbable ? 0 : -1}
          aria-current={openKey === task.key || undefined}
          aria-describedby={span ? barId(task.key) : undefined}
          className="timeline-link"
          onClick={onPlainClick(() => open(task.key))}
        >
          <TypeGlyph type={task.type} />
          <StatusGlyph category={categories.get(task.statusId) ?? "todo"} />
          <span className="timeline-title">{task.title}</span>
          <span className="timeline-key">{task.key}</span>
        </a>
      </span>
      <span role="gridcell" className="timeline-track">
        {span ? <TimelineBar span={span} /> : null}
      </span>
    </div>
  );
}

import type { ReactNode } from "react";
import type { TaskItem } from "~/shared/api/generated/api";
import { nextChoices, nobody, priorityChoices } from "~/shared/domain/choices";
import { DueDay } from "~/shared/domain/DueDay";
import { formatEstimate } from "~/shared/domain/duration";
import { PriorityGlyph, StatusGlyph, TypeGlyph } from "~/shared/domain/Glyphs";
import { LabelChips } from "~/shared/domain/LabelChips";
import { priorityNames, typeNames } from "~/shared/domain/names";
import { formatDate, formatShortDay } from "~/shared/lib/format";
import { Avatar } from "~/shared/ui/Avatar";
import { CustomCell } from "./CustomCell";
import { useList } from "./ListContext";
import { Value } from "./Value";
import type { BuiltInId, Column, ColumnId } from "./view";

type CellProps = { task: TaskItem; tabIndex: number };

/** What a row has in a column. */
export function Cell({ column: { id, field }, ...rest }: CellProps & { column: Column }) {
  if (field) return <CustomCell field={field} {...rest} />;
  const BuiltIn = isBuiltIn(id) ? cells[id] : null;
  return BuiltIn ? <BuiltIn {...rest} /> : null;
}

function isBuiltIn(id: ColumnId): id is BuiltInId {
  return id in cells;
}

const cells: Record<BuiltInId, (props: CellProps) => ReactNode> = {
  type: ({ task }) => (
    <span className="list-value">
      <TypeGlyph type={task.type} />
      <span>{typeNames[task.type]}</span>
    </span>
  ),
  status: StatusCell,
  priority: PriorityCell,
  assignee: AssigneeCell,
  labels: ({ task: { labels } }) => (
    <LabelChips labels={labels} most={2} className="list-labels" title={labels.join(", ")} />
  ),
  points: ({ task }) => <span className="list-number">{task.points}</span>,
  estimate: ({ task }) => <span className="list-number">{formatEstimate(task.estimateMinutes)}</span>,
  start: ({ task }) => (task.startDate ? <Day at={`${task.startDate}T00:00`} plain /> : null),
  due: DueCell,
  created: ({ task }) => <Day at={task.createdAt} />,
  updated: ({ task }) => <Day at={task.updatedAt} />,
};

function StatusCell({ task, tabIndex }: CellProps) {
  const { statuses, mayGo, change } = useList();
  const status = statuses.find((item) => item.id === task.statusId);
  return (
    <Value
      label={`Status of ${task.key}`}
      value={task.statusId}
      choices={nextChoices(statuses, [task.statusId], mayGo)}
      tabIndex={tabIndex}
      onPick={(statusId) => change(task, { statusId })}
    >
      {status ? <StatusGlyph category={status.category} /> : null}
      <span>{status?.name ?? "…"}</span>
    </Value>
  );
}

function PriorityCell({ task, tabIndex }: CellProps) {
  const { change } = useList();
  return (
    <Value
      label={`Priority of ${task.key}`}
      value={task.priority}
      choices={priorityChoices}
      tabIndex={tabIndex}
      onPick={(priority) => change(task, { priority })}
    >
      <PriorityGlyph priority={task.priority} />
      <span>{priorityNames[task.priority]}</span>
    </Value>
  );
}

function AssigneeCell({ task, tabIndex }: CellProps) {
  const { people, assignees, change } = useList();
  const assignee = people.get(task.assigneeId ?? "");
  return (
    <Value
      label={`Assignee of ${task.key}`}
      value={task.assigneeId ?? nobody}
      choices={assignees}
      tabIndex={tabIndex}
      onPick={(id) => change(task, { assigneeId: id === nobody ? null : id })}
    >
      <Avatar user={assignee} size={18} />
      <span className={task.assigneeId ? undefined : "visually-hidden"}>
        {assignee?.name ?? (task.assigneeId ? "Unknown person" : "Nobody")}
      </span>
    </Value>
  );
}

function DueCell({ task }: CellProps) {
  const { statuses } = useList();
  if (!task.dueDate) return null;
  const category = statuses.find(({ id }) => id === task.statusId)?.category;
  return (
    <span className="list-day">
      <DueDay day={task.dueDate} category={category} />
    </span>
  );
}

function Day({ at, plain }: { at: string; plain?: boolean }) {
  return (
    <time className="list-day" dateTime={at} title={plain ? undefined : formatDate(at)}>
      {formatShortDay(at)}
    </time>
  );
}

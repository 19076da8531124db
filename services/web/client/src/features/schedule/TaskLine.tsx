import type { TaskItem } from "~/shared/api/generated/api";
import { StatusGlyph, TypeGlyph } from "~/shared/domain/Glyphs";
import { today } from "~/shared/lib/days";
import { onPlainClick } from "~/shared/lib/onPlainClick";
import { stateOf, useScheduleActions } from "./ScheduleContext";

type TaskLineProps = { task: TaskItem; note: string; onOpen?: (key: string) => void };

/** A task as one line of a list: what it is, where it stands, and when. */
export function TaskLine({ task, note, onOpen }: TaskLineProps) {
  const { categories, openKey, open } = useScheduleActions();
  const state = stateOf(task, categories, today());
  return (
    <a
      className="schedule-line"
      data-task={task.key}
      data-state={state}
      href={`/browse/${task.key}`}
      draggable={false}
      aria-current={openKey === task.key || undefined}
      onClick={onPlainClick(() => (onOpen ?? open)(task.key))}
    >
      <TypeGlyph type={task.type} />
      <StatusGlyph category={categories.get(task.statusId) ?? "todo"} />
      <span className="schedule-line-title">{task.title}</span>
      <span className="schedule-line-note">
        {state === "late" ? "overdue, " : ""}
        {note}
      </span>
    </a>
  );
}

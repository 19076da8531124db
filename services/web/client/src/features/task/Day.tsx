import { useRef, useState } from "react";
import type { Task, TaskPatch } from "~/shared/api/generated/api";

type DayProps = {
  task: Task;
  field: "startDate" | "dueDate";
  readOnly: boolean;
  onChange: (patch: TaskPatch) => void;
};

const labels = { startDate: "Start date", dueDate: "Due date" };

/** A day, edited in place: a day picked from the calendar is saved at once, a typed one by Enter or by leaving. */
export function Day({ task, field, readOnly, onChange }: DayProps) {
  const day = task[field];
  const [draft, setDraft] = useState<string | null>(null);
  const isTyping = useRef(false);
  const save = (value: string | null) => {
    setDraft(null);
    if (value !== null && value !== (day ?? "")) onChange({ [field]: value || null });
  };
  return (
    <input
      type="date"
      className="property property-input property-day"
      aria-label={labels[field]}
      disabled={readOnly}
      min={(field === "dueDate" && task.startDate) || undefined}
      max="9999-12-31"
      data-empty={(draft ?? day) ? undefined : true}
      value={draft ?? day ?? ""}
      onPointerDown={() => {
        isTyping.current = false;
      }}
      onChange={({ target }) => {
        if (isTyping.current) setDraft(target.value);
        else save(target.value);
      }}
      onBlur={() => save(draft)}
      onKeyDown={(event) => {
        isTyping.current = true;
        if (event.key === "Enter") save(draft);
        if (event.key !== "Escape" || draft === null) return;
        event.stopPropagation();
        setDraft(null);
      }}
    />
  );
}

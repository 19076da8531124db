import { useState } from "react";
import type { Task, TaskPatch } from "~/shared/api/generated/api";
import { readPoints } from "~/shared/domain/points";

type PointsProps = { task: Task; readOnly: boolean; onChange: (patch: TaskPatch) => void };

/** A task's points, edited in place: Enter or leaving saves. */
export function Points({ task, readOnly, onChange }: PointsProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const saved = task.points === null ? "" : String(task.points);
  const typed = readPoints(draft ?? saved);
  const error = "error" in typed ? typed.error : undefined;
  const save = () => {
    if (draft === null || error) return;
    setDraft(null);
    if ("value" in typed && typed.value !== task.points) onChange({ points: typed.value });
  };
  return (
    <>
      <input
        className="property property-input"
        aria-label="Points"
        aria-invalid={error ? true : undefined}
        inputMode="decimal"
        placeholder="None"
        autoComplete="off"
        disabled={readOnly}
        value={draft ?? saved}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === "Enter") save();
          if (event.key !== "Escape" || draft === null) return;
          event.stopPropagation();
          setDraft(null);
        }}
      />
      {error ? (
        <p className="field-error" role="alert">
          {error}
        </p>
      ) : null}
    </>
  );
}

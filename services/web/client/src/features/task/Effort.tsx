import type { Task, TaskPatch } from "~/shared/api/generated/api";
import { formatEstimate, minutesOf, readEstimate } from "~/shared/domain/duration";
import { Property } from "~/shared/domain/Property";
import { readPoints } from "~/shared/domain/points";
import { TypedValue } from "~/shared/domain/TypedValue";

type EffortProps = { task: Task; readOnly: boolean; onChange: (patch: TaskPatch) => void };

/** How much work a task is thought to be: in points, in time, or both. */
export function Effort({ task, readOnly, onChange }: EffortProps) {
  return (
    <>
      <Property name="Points">
        <TypedValue
          label="Points"
          value={task.points}
          read={readPoints}
          readOnly={readOnly}
          onValue={(points) => onChange({ points })}
        />
      </Property>
      <Property name="Estimate">
        <TypedValue
          label="Estimate"
          value={formatEstimate(task.estimateMinutes)}
          read={readEstimate}
          kind="duration"
          readOnly={readOnly}
          onValue={(estimate) => onChange({ estimateMinutes: minutesOf(estimate) })}
        />
      </Property>
    </>
  );
}

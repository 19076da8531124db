import { formatCount, formatCounted } from "~/shared/lib/format";
import { type Load, sumOf } from "./sections";

type LoadBarProps = { load: Load; capacity: number | null };

const categories = ["done", "doing", "todo"] as const;

/** How much is in a sprint, and how full that makes it. */
export function LoadBar({ load, capacity }: LoadBarProps) {
  const { tasks, points } = sumOf(load);
  const isOver = capacity !== null && points > capacity;
  const whole = Math.max(points, capacity ?? 0);
  const said =
    capacity === null
      ? formatCounted(points, "point")
      : `${formatCount(points)} / ${formatCount(capacity)} points`;
  return (
    <span className="backlog-load" data-over={isOver || undefined}>
      <span>{formatCounted(tasks, "task")}</span>
      <span>
        {said}
        {isOver ? <span className="visually-hidden">, over capacity</span> : null}
      </span>
      {whole > 0 ? (
        <svg className="backlog-bar" viewBox={`0 0 ${whole} 1`} preserveAspectRatio="none" aria-hidden="true">
          {categories.map((category, index) => (
            <rect
              key={category}
              className={`backlog-bar-${category}`}
              x={categories.slice(0, index).reduce((sum, before) => sum + load[before].points, 0)}
              width={load[category].points}
              height="1"
            />
          ))}
        </svg>
      ) : null}
    </span>
  );
}

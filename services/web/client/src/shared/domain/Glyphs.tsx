import type { Priority, StatusCategory, TaskType } from "~/shared/api/generated/api";
import { priorityNames, typeNames } from "./names";
import "./glyphs.css";

const typeShapes: Record<TaskType, React.ReactNode> = {
  task: <path d="M4.5 8.3 7 10.800l4.7-5.3" />,
  bug: (
    <path d="M8 5.200a2.6 2.6 0 0 1 2.6 2.600v1a2.6 2.6 0 0 1-5.2 0v-1A2.6 2.6 0 0 1 8 5.200M6.3 4.2 7 5.300M9.7 4.2 9 5.300M3.7 8.300h1.700M10.6 8.300h1.7" />
  ),
  story: <path d="M5.5 4.500h5v7L8 9.700l-2.5 1.800z" />,
  epic: <path d="m8.8 3.8-4 4.900h3.300l-.9 3.5 4-4.900H7.900z" />,
  subtask: <path d="M5 4.500v4.800h3M8 7.500h3.200V11H8z" />,
};

/** The kind of a task, as a coloured tile. */
export function TypeGlyph({ type }: { type: TaskType }) {
  return (
    <svg
      className={`glyph glyph-type glyph-${type}`}
      viewBox="0 0 16 16"
      role="img"
      aria-label={typeNames[type]}
    >
      <rect x="1" y="1" width="14" height="14" rx="4" />
      {typeShapes[type]}
    </svg>
  );
}

const bars: Record<Priority, number> = { lowest: 0, low: 1, medium: 2, high: 3, highest: 4 };

/** How urgent a task is, as bars; the highest is a filled warning. */
export function PriorityGlyph({ priority }: { priority: Priority }) {
  const filled = bars[priority];
  const name = `${priorityNames[priority]} priority`;
  if (priority === "highest") {
    return (
      <svg className="glyph glyph-urgent" viewBox="0 0 16 16" role="img" aria-label={name}>
        <rect x="1.5" y="1.5" width="13" height="13" rx="3.5" />
        <path d="M8 4.500v4M8 11.200v.1" />
      </svg>
    );
  }
  return (
    <svg className="glyph glyph-priority" viewBox="0 0 16 16" role="img" aria-label={name}>
      {[0, 1, 2].map((bar) => (
        <rect
          key={bar}
          className={bar < filled ? "bar-on" : "bar-off"}
          x={2 + bar * 4.5}
          y={9.5 - bar * 3.2}
          width="3"
          height={4 + bar * 3.2}
          rx="1"
        />
      ))}
    </svg>
  );
}

/** That something unfinished is in a task's way. */
export function BlockedGlyph() {
  return (
    <svg className="glyph glyph-blocked" viewBox="0 0 16 16" role="img" aria-label="Blocked">
      <title>Blocked by an unfinished task</title>
      <circle cx="8" cy="8" r="5.8" />
      <path d="m4 4 8 8" />
    </svg>
  );
}

/** Where a status stands: open ring, half-filled, filled with a tick. */
export function StatusGlyph({ category }: { category: StatusCategory }) {
  return (
    <svg className={`glyph glyph-status glyph-${category}`} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="5.8" />
      {category === "doing" ? <path className="glyph-fill" d="M8 4.700a3.3 3.3 0 0 1 0 6.600z" /> : null}
      {category === "done" ? <path className="glyph-tick" d="m5.4 8.2 1.9 1.9 3.5-4" /> : null}
    </svg>
  );
}

import type { Band } from "./SprintBands";
import { placeOf, type Scale, ticksOf } from "./scale";
import { overlaps, type Span } from "./spans";

type TimelineHeadProps = { range: Span; scale: Scale; first: number; sprints: readonly Band[] };

/** What lies above a timeline: two rows of marks, and the sprints as a band. */
export function TimelineHead({ range, scale, first, sprints }: TimelineHeadProps) {
  const { upper, lower } = ticksOf(range, scale, first);
  const shown = sprints.filter((sprint) => overlaps(sprint, range));
  return (
    <div role="row" aria-rowindex={1} className="timeline-head">
      <span role="columnheader" className="timeline-side">
        Task
      </span>
      <span role="columnheader" aria-label="Time" className="timeline-track">
        {upper.map((tick) => (
          <span key={tick.from} className="timeline-upper" style={placeOf(tick, range, scale)}>
            <span>{tick.name}</span>
          </span>
        ))}
        {lower.map((tick) => (
          <span key={tick.from} className="timeline-lower" style={placeOf(tick, range, scale)}>
            {tick.name}
          </span>
        ))}
        {shown.map((sprint) => (
          <span
            key={sprint.id}
            className="timeline-sprint"
            data-state={sprint.state}
            title={sprint.name}
            style={placeOf(sprint, range, scale)}
          >
            {sprint.name}
          </span>
        ))}
      </span>
    </div>
  );
}

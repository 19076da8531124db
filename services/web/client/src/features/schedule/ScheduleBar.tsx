import type { ReactNode } from "react";
import { Button, IconButton } from "~/shared/ui/Button";
import "./schedule.css";

type ScheduleBarProps<S extends string> = {
  title: string;
  step: string;
  scales: readonly { id: S; name: string }[];
  scale: S;
  onScale: (scale: S) => void;
  onStep: (by: 1 | -1) => void;
  onToday: () => void;
  children?: ReactNode;
};

/** Where in time one is, and the ways to elsewhere. */
export function ScheduleBar<S extends string>(props: ScheduleBarProps<S>) {
  const { title, step, scales, scale, onScale, onStep, onToday, children } = props;
  return (
    <div className="schedule-bar">
      <IconButton
        icon="chevron"
        className="schedule-back"
        label={`${step} before`}
        onClick={() => onStep(-1)}
      />
      <IconButton icon="chevron" className="schedule-on" label={`${step} after`} onClick={() => onStep(1)} />
      <Button onClick={onToday}>Today</Button>
      <h2 aria-live="polite">{title}</h2>
      {children}
      <div className="switch schedule-scales" role="group" aria-label="Scale">
        {scales.map(({ id, name }) => (
          <button key={id} type="button" aria-pressed={id === scale} onClick={() => onScale(id)}>
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}

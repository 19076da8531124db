import type { ReactNode } from "react";
import { Button } from "./Button";
import { Icon, type IconName } from "./Icon";
import "./states.css";

type EmptyProps = { icon: IconName; title: string; children?: ReactNode; actions?: ReactNode };

/** What a place says while it has nothing to show: what belongs here and how to begin. */
export function Empty({ icon, title, children, actions }: EmptyProps) {
  return (
    <div className="state">
      <span className="state-icon">
        <Icon name={icon} />
      </span>
      <h2>{title}</h2>
      {children ? <div className="state-text">{children}</div> : null}
      {actions ? <div className="state-actions">{actions}</div> : null}
    </div>
  );
}

type FailureProps = { title: string; reason: string; onRetry?: () => void; actions?: ReactNode };

/** What a place says when it could not be loaded, with the way out. */
export function Failure({ title, reason, onRetry, actions }: FailureProps) {
  return (
    <div className="state" role="alert">
      <span className="state-icon state-icon-bad">
        <Icon name="warning" />
      </span>
      <h2>{title}</h2>
      <p className="state-text">{reason}</p>
      <div className="state-actions">
        {onRetry ? (
          <Button icon="retry" onClick={onRetry}>
            Try again
          </Button>
        ) : null}
        {actions}
      </div>
    </div>
  );
}

/** Grey lines in the shape of what is on its way. */
export function Skeleton({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change places
        <span key={line} className="skeleton-line" />
      ))}
    </div>
  );
}

/** A bar that fills; without a value it shows that work goes on. */
export function Progress({ value, label }: { value: number | null; label: string }) {
  const percent = value === null ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <span
        className={percent === undefined ? "progress-fill progress-unknown" : "progress-fill"}
        style={percent === undefined ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}

/** A key cap. */
export function Keys({ children }: { children: string }) {
  return (
    <span className="keys">
      {children.split(" ").map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}

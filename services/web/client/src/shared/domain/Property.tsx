import type { ReactNode } from "react";
import "./property.css";

type PropertyProps = { name: string; note?: string | undefined; children: ReactNode };

/** A field of a task: its name, and beside it its value. */
export function Property({ name, note, children }: PropertyProps) {
  return (
    <div className="property-row">
      <dt>
        {name}
        {note ? <span className="tag">{note}</span> : null}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A value that is only shown. */
export function PlainValue({ text, title }: { text: string; title?: string }) {
  return (
    <span className="property">
      <span className="property-text" title={title}>
        {text}
      </span>
    </span>
  );
}

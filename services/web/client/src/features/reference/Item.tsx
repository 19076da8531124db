import { type ReactNode, useState } from "react";

type ItemProps = { id: string; head: ReactNode; children: ReactNode };

/** A line of the reference that opens; what is in it is drawn once it is open, for there are hundreds. */
export function Item({ id, head, children }: ItemProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className="reference-item" id={id} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{head}</summary>
      {open ? <div className="reference-body">{children}</div> : null}
    </details>
  );
}

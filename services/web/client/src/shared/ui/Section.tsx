import { type ReactNode, useId } from "react";

type SectionProps = { title: string; note?: ReactNode; action?: ReactNode; children: ReactNode };

/** A part of a page with its heading, and what can be done with all of it. */
export function Section({ title, note, action, children }: SectionProps) {
  const heading = useId();
  return (
    <section className="section" aria-labelledby={heading}>
      <div className="section-top">
        <div>
          <h2 id={heading}>{title}</h2>
          {note ? <p>{note}</p> : null}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}

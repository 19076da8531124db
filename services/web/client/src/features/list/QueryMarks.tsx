import { type RefObject, useEffect, useRef } from "react";
import type { QueryFault } from "~/shared/api/problem";

type QueryMarksProps = { field: RefObject<HTMLInputElement | null>; text: string; fault: QueryFault | null };

/** The query's text again, unseen behind the field, with the fault underlined where it is. */
export function QueryMarks({ field, text, fault }: QueryMarksProps) {
  const marks = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const input = field.current;
    const follow = () => marks.current?.scrollTo?.({ left: input?.scrollLeft ?? 0 });
    follow();
    input?.addEventListener("scroll", follow);
    return () => input?.removeEventListener("scroll", follow);
  });
  if (!fault) return null;
  const end = fault.position + Math.max(1, fault.length);
  return (
    <div ref={marks} className="query-marks" aria-hidden="true">
      {text.slice(0, fault.position)}
      <mark>{text.slice(fault.position, end) || "\u00a0"}</mark>
      {text.slice(end)}
    </div>
  );
}

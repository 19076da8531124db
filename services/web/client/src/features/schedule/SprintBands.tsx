import type { CSSProperties } from "react";
import type { SprintState } from "~/shared/api/generated/api";
import type { Span } from "./spans";
import type { Piece } from "./weeks";

/** A sprint with its days. */
export type Band = Span & { id: string; name: string; state: SprintState };

/** The sprints that begin on a day of a week, or go on there, as thin bands. */
export function SprintBands({ bands }: { bands: readonly Piece<Band>[] }) {
  return bands.map(({ of, lane, length, begins, ends }) => {
    const style: CSSProperties & Record<"--lane" | "--days", number> = { "--lane": lane, "--days": length };
    return (
      <span
        key={of.id}
        className="calendar-sprint"
        data-state={of.state}
        data-begins={begins || undefined}
        data-ends={ends || undefined}
        style={style}
      >
        {of.name}
      </span>
    );
  });
}

import { daysBetween, daysFrom, plusDays, weekStart } from "~/shared/lib/days";
import { overlaps, type Span } from "./spans";

/** A part of a span that lies in one week: its columns, its lane, and whether it ends there on either side. */
export type Piece<T extends Span> = {
  of: T;
  column: number;
  length: number;
  lane: number;
  begins: boolean;
  ends: boolean;
};

/** The whole weeks that hold some days. */
export function weeksOf({ from, to }: Span, first: number): string[][] {
  const start = weekStart(from, first);
  const count = Math.floor(daysBetween(start, to) / 7) + 1;
  return Array.from({ length: count }, (_, week) => {
    const monday = plusDays(start, week * 7);
    return daysFrom(monday, plusDays(monday, 6));
  });
}

/** The pieces of spans in a week, each in the first lane that is free on all of its days. */
export function piecesOf<T extends Span>(spans: readonly T[], week: readonly string[]): Piece<T>[] {
  const first = week[0] ?? "";
  const last = week.at(-1) ?? "";
  const taken: boolean[][] = [];
  return spans
    .filter((span) => overlaps(span, { from: first, to: last }))
    .map((span) => {
      const begins = span.from >= first;
      const ends = span.to <= last;
      const column = begins ? daysBetween(first, span.from) : 0;
      const length = (ends ? daysBetween(first, span.to) : week.length - 1) - column + 1;
      const columns = Array.from({ length }, (_, index) => column + index);
      let lane = 0;
      while (columns.some((at) => taken[lane]?.[at])) lane++;
      const row = taken[lane] ?? [];
      taken[lane] = row;
      for (const at of columns) row[at] = true;
      return { of: span, column, length, lane, begins, ends };
    });
}

/** How many pieces of each day of a week have no place in so many lanes. */
export function hiddenOf(pieces: readonly Piece<Span>[], days: number, lanes: number): number[] {
  return Array.from(
    { length: days },
    (_, day) =>
      pieces.filter(({ lane, column, length }) => lane >= lanes && column <= day && day < column + length)
        .length,
  );
}

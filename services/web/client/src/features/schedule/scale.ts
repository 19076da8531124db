import { dayNumber, daysBetween, monthStart, plusDays, weekStart } from "~/shared/lib/days";
import { formatPartOfDay } from "~/shared/lib/format";
import type { Span } from "./spans";

/** How much time a timeline shows, and how wide a day is in it. */
export type Scale = {
  id: "week" | "month" | "quarter";
  name: string;
  day: number;
  before: number;
  after: number;
};

export const scales: readonly Scale[] = [
  { id: "week", name: "Week", day: 36, before: 14, after: 63 },
  { id: "month", name: "Month", day: 12, before: 28, after: 182 },
  { id: "quarter", name: "Quarter", day: 4, before: 91, after: 548 },
];

/** The scale that the address names; a month's unless it is another. */
export function scaleOf(name: string | undefined): Scale {
  const [, usual] = scales;
  const found = scales.find(({ id }) => id === name) ?? usual;
  if (!found) throw new Error("there is no scale");
  return found;
}

/** The days that a timeline spans around one of them: whole weeks. */
export function spanAround(day: string, { before, after }: Scale, first: number): Span {
  const from = weekStart(plusDays(day, -before), first);
  return { from, to: plusDays(weekStart(plusDays(day, after), first), 6) };
}

/** Where a span lies: from its left edge, and how wide, in pixels. */
export function placeOf({ from, to }: Span, range: Span, { day }: Scale): { left: number; width: number } {
  return { left: daysBetween(range.from, from) * day, width: (daysBetween(from, to) + 1) * day };
}

type Tick = Span & { name: string };

/** The two rows of marks above a timeline: months or years, and below them days, weeks or months. */
export function ticksOf(range: Span, scale: Scale, first: number): { upper: Tick[]; lower: Tick[] } {
  const months = cut(range, (day) => monthStart(day, 1), monthStart);
  if (scale.id === "quarter") {
    const yearStart = (day: string) => `${day.slice(0, 4)}-01-01`;
    const years = cut(range, (day) => monthStart(yearStart(day), 12), yearStart);
    return {
      upper: years.map((span) => ({ ...span, name: span.from.slice(0, 4) })),
      lower: months.map((span) => ({ ...span, name: formatPartOfDay(span.from, "month") })),
    };
  }
  const step = scale.id === "week" ? 1 : 7;
  const lower = cut(
    range,
    (day) => plusDays(day, step),
    step === 1 ? (day) => day : (day) => weekStart(day, first),
  );
  return {
    upper: months.map((span) => ({ ...span, name: formatPartOfDay(span.from, "monthAndYear") })),
    lower: lower.map((span) => ({ ...span, name: String(Number(span.from.slice(8))) })),
  };
}

/** Cuts a range where a unit of time ends; the first and last parts may be short. */
function cut(range: Span, next: (day: string) => string, startOf: (day: string) => string): Span[] {
  const spans: Span[] = [];
  for (let from = range.from; from <= range.to; ) {
    const after = next(startOf(from));
    const to = plusDays(after, -1);
    spans.push({ from, to: to < range.to ? to : range.to });
    if (dayNumber(after) <= dayNumber(from)) throw new Error(`time must go on after ${from}`);
    from = after;
  }
  return spans;
}

import { formatShortDay } from "./format";

/** What someone typed as a day: a day, nothing, or a sentence that says what is wrong with it. */
type DayInput = { value: string | null } | { error: string };

const steps: Record<string, number> = { d: 1, w: 7 };

/** Today where the reader is, as 2026-11-30. */
export function today(now: Date = new Date()): string {
  return inDays(0, now);
}

/** The day so many days from now. */
export function inDays(count: number, now: Date = new Date()): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + count);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${String(day.getFullYear()).padStart(4, "0")}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** A day in the reader's notation, in no time zone; without the year when it is this one. */
export function formatPlainDay(day: string): string {
  return formatShortDay(`${day}T00:00`);
}

/** Reads a day as typed: 2026-11-30, today, tomorrow, or so many days or weeks from now: +3d, +2w. */
export function readDay(text: string, now: Date = new Date()): DayInput {
  const plain = text.trim().toLowerCase();
  if (plain === "") return { value: null };
  if (plain === "today" || plain === "tomorrow") return { value: inDays(plain === "today" ? 0 : 1, now) };
  const later = /^\+(\d{1,4})([dw]?)$/.exec(plain);
  if (later) return { value: inDays(Number(later[1]) * (steps[later[2] ?? ""] ?? 1), now) };
  const [year = 0, month = 0, day = 0] = plain.split("-").map(Number);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(plain) && year > 0;
  const found = new Date(year, month - 1, day);
  if (isDay && found.getMonth() === month - 1 && found.getDate() === day) return { value: plain };
  return { error: "A day is written like 2026-11-30, tomorrow, or +7d." };
}

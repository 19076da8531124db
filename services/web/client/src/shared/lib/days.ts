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

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** Reads a day as typed: 2026-11-30, today, tomorrow, the next friday, or so many days or weeks from now: +3d, +2w. */
export function readDay(text: string, now: Date = new Date()): DayInput {
  const plain = text.trim().toLowerCase();
  if (plain === "") return { value: null };
  if (plain === "today" || plain === "tomorrow") return { value: inDays(plain === "today" ? 0 : 1, now) };
  const weekday = weekdays.indexOf(plain);
  if (weekday >= 0) return { value: inDays(((weekday - now.getDay() + 6) % 7) + 1, now) };
  const later = /^\+(\d{1,4})([dw]?)$/.exec(plain);
  if (later) return { value: inDays(Number(later[1]) * (steps[later[2] ?? ""] ?? 1), now) };
  const [year = 0, month = 0, day = 0] = plain.split("-").map(Number);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(plain) && year > 0;
  const found = new Date(year, month - 1, day);
  if (isDay && found.getMonth() === month - 1 && found.getDate() === day) return { value: plain };
  return { error: "A day is written like 2026-11-30, tomorrow, or +7d." };
}

const dayLength = 86_400_000;

/** The number of a day in a count that no zone and no change of the clocks disturbs. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00Z`) / dayLength;
}

/** The day with a number. */
export function dayOf(number: number): string {
  return new Date(number * dayLength).toISOString().slice(0, 10);
}

/** The day so many days after another one, or before it. */
export function plusDays(day: string, count: number): string {
  return dayOf(dayNumber(day) + count);
}

/** How many days it is from one day to another. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The days from one to another, both included. */
export function daysFrom(from: string, to: string): string[] {
  const first = dayNumber(from);
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => dayOf(first + index));
}

/** The day's place in the week: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** The first day of a day's week, when weeks begin with a weekday. */
export function weekStart(day: string, first: number): string {
  return plusDays(day, -((weekdayOf(day) - first + 7) % 7));
}

/** The first day of the month so many months after a day's own. */
export function monthStart(day: string, later = 0): string {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + later;
  const two = String((month % 12) + 1).padStart(2, "0");
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${two}-01`;
}

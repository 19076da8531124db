import { describe, expect, it } from "vitest";
import {
  dayNumber,
  dayOf,
  daysBetween,
  daysFrom,
  formatPlainDay,
  inDays,
  monthStart,
  plusDays,
  readDay,
  today,
  weekdayOf,
  weekStart,
} from "./days";
import { weekOf } from "./week";

const now = new Date(2026, 10, 22, 23, 30);

it("reads days as people write them", () => {
  const read = ["2026-11-30", " tomorrow", "today", "+7d", "+2w", "+3", "Friday", "sunday", ""].map((text) =>
    readDay(text, now),
  );
  expect(read.map((day) => "value" in day && day.value)).toEqual([
    "2026-11-30",
    "2026-11-23",
    "2026-11-22",
    "2026-11-29",
    "2026-12-06",
    "2026-11-25",
    "2026-11-27",
    "2026-11-29",
    null,
  ]);
});

it.each(["2026-02-30", "30.11.2026", "soon", "0000-01-01", "2026-13-01"])("refuses %s", (text) => {
  expect(readDay(text, now)).toHaveProperty("error");
});

it("keeps to the calendar of the reader", () => {
  expect(today(now)).toBe("2026-11-22");
  expect(inDays(9, now)).toBe("2026-12-01");
  expect(formatPlainDay("1999-12-31")).toContain("1999");
  expect(formatPlainDay("1999-12-31")).toContain("31");
});

describe("the arithmetic of days", () => {
  // So many days are every kind of day: ends of months and years, leap days, changes of the clocks.
  const every = Array.from({ length: 6000 }, (_, index) => dayOf(dayNumber("2019-12-29") + index * 3));

  it("goes there and back, and takes each day once", () => {
    for (const day of every) {
      const next = plusDays(day, 1);
      expect(daysBetween(day, next)).toBe(1);
      expect(plusDays(next, -1)).toBe(day);
      expect(next > day).toBe(true);
      expect(weekdayOf(next)).toBe((weekdayOf(day) % 7) + 1);
    }
    expect(daysFrom("2028-02-27", "2028-03-01")).toEqual([
      "2028-02-27",
      "2028-02-28",
      "2028-02-29",
      "2028-03-01",
    ]);
    expect(daysFrom("2026-03-02", "2026-03-01")).toEqual([]);
  });

  it("finds the first day of any week and month", () => {
    for (const day of every)
      for (const first of [1, 6, 7]) {
        const start = weekStart(day, first);
        expect(weekdayOf(start)).toBe(first);
        expect(daysBetween(start, day)).toBeLessThan(7);
        expect(start <= day).toBe(true);
        const month = monthStart(day);
        expect(monthStart(plusDays(month, 31))).toBe(monthStart(day, 1));
        expect(monthStart(monthStart(day, 7), -7)).toBe(month);
      }
  });

  it.each([
    ["2026-11-22", 1, "2026-12-01"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2026-01-31", -1, "2025-12-01"],
    ["2024-02-29", 12, "2025-02-01"],
    ["0999-12-01", 1, "1000-01-01"],
  ])("goes from %s by %i months to %s", (day, count, expected) => {
    expect(monthStart(day, count)).toBe(expected);
  });

  it("knows a weekday, and how places count their week", () => {
    expect(["2026-11-22", "1969-12-31", "2000-02-29"].map(weekdayOf)).toEqual([7, 3, 2]);
    expect(weekOf("de-DE")).toEqual({ first: 1, weekend: [6, 7] });
    expect(weekOf("en-US").first).toBe(7);
    expect(weekOf("fa-IR")).toEqual({ first: 6, weekend: [5] });
  });
});

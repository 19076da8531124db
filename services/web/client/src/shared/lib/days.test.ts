import { expect, it } from "vitest";
import { formatPlainDay, inDays, readDay, today } from "./days";

const now = new Date(2026, 10, 22, 23, 30);

it("reads days as people write them", () => {
  const read = ["2026-11-30", " tomorrow", "today", "+7d", "+2w", "+3", ""].map((text) => readDay(text, now));
  expect(read.map((day) => "value" in day && day.value)).toEqual([
    "2026-11-30",
    "2026-11-23",
    "2026-11-22",
    "2026-11-29",
    "2026-12-06",
    "2026-11-25",
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

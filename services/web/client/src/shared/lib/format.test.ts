import { describe, expect, it } from "vitest";
import { formatAgo, formatBytes, formatCounted, formatShortDay, formatUptime } from "./format";

describe("formats", () => {
  it("counts with the right noun", () => {
    expect([
      formatCounted(1, "task"),
      formatCounted(0, "task"),
      formatCounted(2, "person", "people"),
    ]).toEqual(["1 task", "0 tasks", "2 people"]);
  });

  it("says sizes in the unit people read", () => {
    expect([12, 2_271_248, 197_197, 3_000_000_000].map(formatBytes)).toEqual([
      "12 B",
      "2.3 MB",
      "197 kB",
      "3.0 GB",
    ]);
  });

  it("says how long ago", () => {
    const now = Date.parse("2026-11-20T12:00:00Z");
    const ago = (time: string) => formatAgo(time, now);
    expect(ago("2026-11-20T11:59:40Z")).toBe("just now");
    expect(ago("2026-11-20T11:57:00Z")).toBe("3 minutes ago");
    expect(ago("2026-11-19T12:00:00Z")).toBe("yesterday");
  });

  it("says uptime in two units", () => {
    expect([42, 600, 11_520, 400_000].map(formatUptime)).toEqual([
      "42 s",
      "10 min",
      "3 h 12 min",
      "4 d 15 h",
    ]);
  });
});

it("tells days without the year when it is this one", () => {
  const now = new Date("2026-11-21T12:00:00Z");
  expect(formatShortDay("2026-03-05T12:00:00Z", now)).not.toMatch(/2026/);
  expect(formatShortDay("2025-03-05T12:00:00Z", now)).toMatch(/2025/);
});

import { describe, expect, it } from "vitest";
import type { TaskItem } from "~/shared/api/generated/api";
import { everything } from "~/shared/domain/taskFilter";
import { FakePmt } from "~/test/fakePmt";
import { type BarPlace, pathOf } from "./arrows";
import { isLate } from "./dependencies";
import { faultOf, undated, within } from "./range";
import { groupsOf, rowsOf } from "./rows";
import { placeOf, scaleOf, scales, spanAround, ticksOf } from "./scale";
import { datedOf, dueOn, movedBy } from "./spans";
import { patchOf } from "./useCalendarDrop";
import { hiddenOf, piecesOf, weeksOf } from "./weeks";

const pmt = new FakePmt();
const task = (key: string, startDate: string | null, dueDate: string | null, more = {}): TaskItem => ({
  ...pmt.addTask(key, `Task ${key}`, { startDate, dueDate, ...more }),
  blocked: false,
  match: null,
});
const query = (parameters: string) => new URLSearchParams(parameters).get("query");
const range = { from: "2026-11-02", to: "2026-11-29" };

describe("what is asked for", () => {
  const asked = (text: string) => ({ filter: { ...everything, query: text }, archived: false });

  it("joins the query with the days, without its order", () => {
    const days = "due >= 2026-11-02 AND (due <= 2026-11-29 OR start <= 2026-11-29)";
    expect(query(within(asked(""), range))).toBe(days);
    expect(query(within(asked("type = bug OR due < +7d ORDER BY rank"), range))).toBe(
      `(type = bug OR due < +7d) AND ${days}`,
    );
    expect(query(within(asked("ORDER BY due"), range))).toBe(days);
    expect(query(undated(asked('text ~ "order by"')))).toBe(
      '(text ~ "order by") AND due IS EMPTY AND category != done',
    );
  });

  it("keeps the other filters", () => {
    const filter = { ...everything, text: "login", labels: ["ui"] };
    const parameters = new URLSearchParams(within({ filter, archived: true }, range));
    expect([parameters.get("q"), parameters.get("label"), parameters.get("archived")]).toEqual([
      "login",
      "ui",
      "true",
    ]);
  });

  it("tells where in the person's own query a fault is", () => {
    const fault = { position: 1, length: 5, detail: "" };
    expect(faultOf(fault, "staus = x ORDER BY due")?.position).toBe(0);
    expect(faultOf({ ...fault, position: 90 }, "type =")?.position).toBe(6);
    expect(faultOf(null, "type =")).toBeNull();
  });
});

describe("a calendar's layout", () => {
  it("has whole weeks, whatever day they begin with", () => {
    const november = { from: "2026-11-01", to: "2026-11-30" };
    const [monday, sunday] = [weeksOf(november, 1), weeksOf(november, 7)];
    expect([monday[0]?.[0], monday.at(-1)?.[6], monday.length]).toEqual(["2026-10-26", "2026-12-06", 6]);
    expect([sunday[0]?.[0], sunday.at(-1)?.[6], sunday.length]).toEqual(["2026-11-01", "2026-12-05", 5]);
    expect(weeksOf({ from: "2026-02-02", to: "2026-02-02" }, 1)).toHaveLength(1);
  });

  it("puts bars that share a day into lanes of their own, and counts what does not fit", () => {
    const [week = []] = weeksOf({ from: "2026-11-09", to: "2026-11-09" }, 1);
    const spans = datedOf([
      task("TEAM-1", "2026-11-05", "2026-11-10"),
      task("TEAM-2", "2026-11-10", "2026-11-20"),
      task("TEAM-3", "2026-11-09", "2026-11-09"),
      task("TEAM-4", null, "2026-11-11"),
      task("TEAM-5", null, "2026-11-16"),
    ]);
    const pieces = piecesOf(spans, week);
    expect(
      pieces.map(({ of, lane, column, length, begins, ends }) => [
        of.task.key,
        lane,
        column,
        length,
        begins,
        ends,
      ]),
    ).toEqual([
      ["TEAM-1", 0, 0, 2, false, true],
      ["TEAM-3", 1, 0, 1, true, true],
      ["TEAM-2", 1, 1, 6, true, false],
      ["TEAM-4", 0, 2, 1, true, true],
    ]);
    expect(hiddenOf(pieces, 7, 1)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(hiddenOf(pieces, 7, 2)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it("never draws two pieces over each other", () => {
    for (let seed = 1; seed < 60; seed++) {
      const spans = Array.from({ length: 12 }, (_, at) => {
        const from = (seed * 7 + at * at * 3) % 20;
        const two = (day: number) => `2026-11-${String(day + 1).padStart(2, "0")}`;
        return { from: two(from), to: two(Math.min(29, from + ((seed + at * 5) % 9))) };
      });
      for (const week of weeksOf({ from: "2026-11-01", to: "2026-11-30" }, 1)) {
        const cells = piecesOf(spans, week).flatMap(({ lane, column, length }) =>
          Array.from({ length }, (_, at) => `${lane} ${column + at}`),
        );
        expect(new Set(cells).size).toBe(cells.length);
      }
    }
  });
});

describe("moving in time", () => {
  const bar = task("TEAM-6", "2026-02-26", "2026-03-02");
  const point = task("TEAM-7", null, "2026-12-31");

  it.each([
    ["a bar as a whole", movedBy(bar, "whole", 3), { startDate: "2026-03-01", dueDate: "2026-03-05" }],
    ["its end", movedBy(bar, "end", -2), { dueDate: "2026-02-28" }],
    ["its end before its start", movedBy(bar, "end", -9), { dueDate: "2026-02-26" }],
    ["its start behind its end", movedBy(bar, "start", 30), { startDate: "2026-03-02" }],
    ["a day over the year's end", movedBy(point, "whole", 1), { dueDate: "2027-01-01" }],
    ["nowhere", movedBy(point, "whole", 0), null],
    ["what has no day", movedBy(task("TEAM-8", null, null), "whole", 2), null],
  ])("moves %s", (_, patch, expected) => {
    expect(patch).toEqual(expected);
  });

  it("puts what is dropped on the day, and a bar as far as it was carried", () => {
    const drag = { key: "", part: "whole", day: "2026-02-28" } as const;
    expect(patchOf(bar, drag, "2026-03-01")).toEqual({ startDate: "2026-02-27", dueDate: "2026-03-03" });
    expect(patchOf(bar, { ...drag, part: "end" }, "2026-03-09")).toEqual({ dueDate: "2026-03-09" });
    expect(patchOf(task("TEAM-9", null, null), { ...drag, day: null }, "2026-03-09")).toEqual({
      dueDate: "2026-03-09",
    });
    expect(dueOn(task("TEAM-10", "2026-05-01", null), "2026-04-01")).toEqual({
      startDate: "2026-04-01",
      dueDate: "2026-04-01",
    });
  });
});

describe("a timeline's layout", () => {
  it.each(scales)("marks every day of a $id's scale once", (scale) => {
    const span = spanAround("2026-11-22", scaleOf(scale.id), 1);
    const { upper, lower } = ticksOf(span, scale, 1);
    for (const ticks of [upper, lower]) {
      const width = ticks.reduce((sum, tick) => sum + placeOf(tick, span, scale).width, 0);
      expect(width).toBe(placeOf(span, span, scale).width);
      expect([ticks[0]?.from, ticks.at(-1)?.to]).toEqual([span.from, span.to]);
    }
  });

  it("groups by epic in the order of time, and folds", () => {
    const parent = { id: "e", key: "TEAM-20", title: "Checkout", type: "epic" } as const;
    const groups = groupsOf(
      datedOf([
        task("TEAM-20", "2026-11-01", "2026-12-24", { type: "epic" }),
        task("TEAM-21", null, "2026-11-09", { parent }),
        task("TEAM-22", null, "2026-10-09"),
      ]),
    );
    const waiting = [task("TEAM-23", null, null)];
    const keys = (folded: string[]) => rowsOf(groups, waiting, new Set(folded)).map(({ key }) => key);
    expect(keys([])).toEqual(["group-TEAM-20", "TEAM-21", "group-none", "TEAM-22", "group-undated"]);
    expect(keys(["TEAM-20", "undated"])).toEqual([
      "group-TEAM-20",
      "group-none",
      "TEAM-22",
      "group-undated",
      "TEAM-23",
    ]);
  });

  it("leads from the end of one bar to the start of another with right angles", () => {
    const from: BarPlace = { left: 0, right: 100, middle: 16 };
    const to = (left: number, middle: number) => pathOf(from, { left, right: left + 50, middle }, 32);
    expect(to(200, 16)).toBe("M100 16H195");
    expect(to(200, 48)).toBe("M100 16L104 16Q108 16 108 20L108 44Q108 48 112 48H195");
    expect(to(60, 80)).toBe(
      "M100 16L104 16Q108 16 108 20L108 28Q108 32 104 32L51 32Q47 32 47 36L47 76Q47 80 51 80H55",
    );
    expect(to(60, 80).match(/Q/g)).toHaveLength(4);
  });

  it("marks what is to begin before its blocker ends, unless one of them is done", () => {
    const categories = new Map([["s-done", "done" as const]]);
    const [blocker] = datedOf([task("TEAM-30", null, "2026-11-10")]);
    const [blocked] = datedOf([task("TEAM-31", "2026-11-09", "2026-11-12")]);
    const [after] = datedOf([task("TEAM-32", "2026-11-10", "2026-11-12")]);
    const [done] = datedOf([task("TEAM-33", null, "2026-11-30", { statusId: "s-done" })]);
    if (!blocker || !blocked || !after || !done) throw new Error("all have dates");
    expect(isLate({ blocker, blocked }, categories)).toBe(true);
    expect(isLate({ blocker, blocked: after }, categories)).toBe(false);
    expect(isLate({ blocker: done, blocked }, categories)).toBe(false);
  });
});

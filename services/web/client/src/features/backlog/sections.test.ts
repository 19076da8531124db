import { describe, expect, it } from "vitest";
import type { TaskItem } from "~/shared/api/generated/api";
import { FakePmt } from "~/test/fakePmt";
import type { TaskPages } from "./queries";
import { placeAt, rowsOf, type Section, stepPlace, usualPlace, withMoved } from "./sections";
import { draftOf, faultsOf, nextName } from "./sprintDraft";

const pmt = new FakePmt();
const task = (number: number): TaskItem => {
  const { description: _, children: __, ...item } = pmt.addTask(`WEB-${number}`, `t${number}`);
  return { ...item, blocked: false, match: null };
};
const tasks = [1, 2, 3, 4].map(task);
const [one, two] = tasks as [TaskItem, TaskItem];
const section = (id: string, inside: readonly TaskItem[]): Section => ({
  id,
  sprint: null,
  tasks: inside,
  hasMore: false,
});
const set = (...numbers: number[]) => new Set(numbers.map((number) => `WEB-${number}`));
const pages = (...items: TaskItem[][]): TaskPages => ({
  pages: items.map((page) => ({ items: page, next: null })),
  pageParams: items.map(String),
});
const keys = (data: TaskPages) => data.pages.map(({ items }) => items.map(({ number }) => number));

describe("places", () => {
  const sprint = section("s", tasks);

  it("are told by a neighbour that stays", () => {
    expect(placeAt(sprint, 2, set(4))).toEqual({ section: "s", afterKey: "WEB-2" });
    expect(placeAt(sprint, 2, set(1, 2))).toEqual({ section: "s", beforeKey: "WEB-3" });
    expect(placeAt(sprint, 3, set(2, 3))).toEqual({ section: "s", afterKey: "WEB-1" });
    expect(placeAt(sprint, 0, set(1, 2, 3, 4))).toEqual({ section: "s" });
  });

  it("are the end of a sprint and the top of the backlog", () => {
    expect(usualPlace(sprint, set(9))).toEqual({ section: "s", afterKey: "WEB-4" });
    expect(usualPlace(section("backlog", tasks), set(9))).toEqual({ section: "backlog", beforeKey: "WEB-1" });
  });

  it("are one step away, and end at the ends", () => {
    expect(stepPlace(sprint, "WEB-2", 1)).toEqual({ section: "s", afterKey: "WEB-3" });
    expect(stepPlace(sprint, "WEB-2", -1)).toEqual({ section: "s", beforeKey: "WEB-1" });
    expect(stepPlace(sprint, "WEB-1", -1)).toBeNull();
    expect(stepPlace(sprint, "WEB-4", 1)).toBeNull();
  });
});

describe("pages", () => {
  it("lose what moves and gain it at its place, in its order", () => {
    const before = pages(tasks.slice(0, 2), tasks.slice(2));
    expect(keys(withMoved(before, "s", [two, one], { section: "s", afterKey: "WEB-3" }))).toEqual([
      [],
      [3, 2, 1, 4],
    ]);
    expect(keys(withMoved(before, "s", [one], { section: "other" }))).toEqual([[2], [3, 4]]);
    expect(keys(withMoved(pages([]), "s", [one], { section: "s" }))).toEqual([[1]]);
  });
});

describe("rows", () => {
  it("leave out what is folded, and say so where nothing is", () => {
    const rows = rowsOf(
      [section("a", tasks), section("b", []), section("backlog", tasks)],
      new Set(["backlog"]),
    );
    expect(rows.map(({ kind }) => kind)).toEqual([
      "head",
      ...tasks.map(() => "task"),
      "head",
      "empty",
      "past",
      "head",
    ]);
  });
});

describe("a sprint's form", () => {
  const now = new Date(2026, 10, 22);

  it("begins where the last sprint ends, with the next number", () => {
    expect(nextName([])).toBe("Sprint 1");
    const last = pmt.sprints.add("WEB", { name: "Sprint 7", endsOn: "2026-12-04", capacity: 20 });
    expect(draftOf(null, [last], now)).toEqual({
      name: "Sprint 8",
      goal: "",
      startsOn: "2026-12-05",
      endsOn: "2026-12-18",
      capacity: "20",
    });
    expect(draftOf(null, [], now)).toMatchObject({ startsOn: "2026-11-22", endsOn: "2026-12-05" });
  });

  it("names what is wrong with it", () => {
    const draft = { name: " ", goal: "", startsOn: "", endsOn: "", capacity: "many" };
    expect(Object.keys(faultsOf(draft, true))).toEqual(["name", "startsOn", "endsOn", "capacity"]);
    const backwards = { ...draft, name: "x", startsOn: "2026-12-02", endsOn: "2026-12-01", capacity: "" };
    expect(Object.keys(faultsOf(backwards, false))).toEqual(["endsOn"]);
  });
});

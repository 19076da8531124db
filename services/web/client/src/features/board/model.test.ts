import { describe, expect, it } from "vitest";
import { toFilter, toParameters, toSearch } from "~/shared/domain/taskFilter";
import { type CardView, type ColumnPages, cardsOf, withCard, withoutCard } from "./cards";
import { recounted } from "./laneCounts";
import { inOrder, type LaneCount, laneFilter, laneIdOf, movedCard } from "./lanes";
import { besideCard, endOf, sameHeight, stepWithin, topOf } from "./places";

function card(key: string): CardView {
  const rest = {
    type: "task",
    priority: "medium",
    assigneeId: null,
    points: null,
    dueDate: null,
    parent: null,
    labels: [],
    version: 1,
  } as const;
  return { key, title: key, statusId: "todo", ...rest, labels: [] };
}

const [a, b, c] = [card("A-1"), card("A-2"), card("A-3")];
const column = { statusId: "todo", lane: null, cards: [a, b, c] };
const pages: ColumnPages = {
  pages: [
    { items: [a, b], next: "2" },
    { items: [c], next: null },
  ],
  pageParams: ["", "2"],
};
const keys = (shown: ColumnPages) => cardsOf(shown).map((item) => item.key);

describe("windows of a column", () => {
  it("lose a card without touching the others", () => {
    expect(keys(withoutCard(pages, "A-2"))).toEqual(["A-1", "A-3"]);
    expect(withoutCard(pages, "A-9")).toBe(pages);
  });

  it("take a card before, behind and at the end", () => {
    const added = card("B-1");
    expect(keys(withCard(pages, added, { statusId: "x", beforeKey: "A-3" }))).toEqual([
      "A-1",
      "A-2",
      "B-1",
      "A-3",
    ]);
    expect(keys(withCard(pages, added, { statusId: "x", afterKey: "A-1" }))).toEqual([
      "A-1",
      "B-1",
      "A-2",
      "A-3",
    ]);
    expect(keys(withCard(pages, added, { statusId: "x" }))).toEqual(["A-1", "A-2", "A-3", "B-1"]);
  });

  it("leave out a card whose end is not loaded", () => {
    const open = { ...pages, pages: pages.pages.slice(0, 1) };
    expect(keys(withCard(open, card("B-1"), { statusId: "x" }))).toEqual(["A-1", "A-2"]);
  });
});

describe("places", () => {
  it("put a card beside the one it is dropped on", () => {
    expect(besideCard([a], column, "A-3", "top")).toEqual({ statusId: "todo", beforeKey: "A-3" });
    expect(besideCard([a], column, "A-3", "bottom")).toEqual({ statusId: "todo", afterKey: "A-3" });
  });

  it("leave a card that is dropped where it is", () => {
    expect(besideCard([b], column, "A-2", "top")).toBeNull();
    expect(besideCard([b], column, "A-3", "top")).toBeNull();
    expect(besideCard([b], column, "A-1", "bottom")).toBeNull();
    expect(topOf([a], column)).toBeNull();
    expect(endOf([c], column, true)).toBeNull();
  });

  it("find the ends of a column", () => {
    expect(topOf([c], column)).toEqual({ statusId: "todo", beforeKey: "A-1" });
    expect(topOf([c], { ...column, statusId: "done", cards: [] })).toEqual({ statusId: "done" });
    expect(endOf([c], column, false)).toEqual({ statusId: "todo" });
  });

  it("step up and down and stop at the ends", () => {
    expect(stepWithin([b], column, -1)).toEqual({ statusId: "todo", beforeKey: "A-1" });
    expect(stepWithin([b], column, 1)).toEqual({ statusId: "todo", afterKey: "A-3" });
    expect(stepWithin([c], column, 1)).toBeNull();
  });

  it("keep the height in another column as far as it reaches", () => {
    const other = { statusId: "done", lane: null, cards: [card("D-1"), card("D-2")] };
    expect(sameHeight([b], column, other)).toEqual({ statusId: "done", beforeKey: "D-2" });
    expect(sameHeight([c], column, other)).toEqual({ statusId: "done", afterKey: "D-2" });
    expect(sameHeight([c], column, { ...other, cards: [] })).toEqual({ statusId: "done" });
  });
});

describe("lanes", () => {
  const nobody = { by: "assignee", id: "" } as const;
  const ada = { by: "assignee", id: "u-ada" } as const;
  const epic = { id: "t-9", key: "A-9", title: "Go live", type: "epic" } as const;
  const counted: LaneCount[] = [
    { id: "u-ada", epic: null, counts: { todo: 2 } },
    { id: "", epic: null, counts: { todo: 1, done: 3 } },
  ];

  it("change a card that comes from another one, and nothing of one that stays", () => {
    expect(besideCard([a], { ...column, lane: ada }, "A-3", "top")).toEqual({
      statusId: "todo",
      assigneeId: "u-ada",
      beforeKey: "A-3",
    });
    expect(besideCard([a], { ...column, lane: nobody }, "A-3", "top")).toEqual({
      statusId: "todo",
      beforeKey: "A-3",
    });
    expect(topOf([a], { statusId: "done", lane: { by: "priority", id: "high" }, cards: [] })).toEqual({
      statusId: "done",
      priority: "high",
    });
    const inEpic = { ...a, parent: epic };
    expect(topOf([inEpic], { ...column, lane: { by: "epic", id: "" }, cards: [] })).toEqual({
      statusId: "todo",
      parentKey: null,
    });
  });

  it("ask the task list for their cards within the filter", () => {
    expect(laneFilter("q=a", ada)).toBe("q=a&query=assignee+%3D+u-ada");
    expect(laneFilter("", { by: "epic", id: "" })).toBe("query=parent+IS+EMPTY+OR+type+%3D+subtask");
    expect(laneFilter("q=a", null)).toBe("q=a");
  });

  it("count a card where it goes, also in a lane that had none", () => {
    const placed = movedCard(a, { statusId: "done", assigneeId: "u-ada" }, counted);
    expect(laneIdOf(placed, "assignee")).toBe("u-ada");
    expect(recounted(counted, "assignee", a, placed).map(({ counts }) => counts)).toEqual([
      { todo: 2, done: 1 },
      { todo: 0, done: 3 },
    ]);
    const other = movedCard(a, { statusId: "todo", assigneeId: "u-new" }, counted);
    expect(recounted(counted, "assignee", a, other).at(-1)).toMatchObject({
      id: "u-new",
      counts: { todo: 1 },
    });
  });

  it("stand in their order, those without last; a subtask's parent is no epic", () => {
    const names = (lanes: readonly { name: string }[]) => lanes.map(({ name }) => name);
    const people = new Map([["u-ada", { id: "u-ada", name: "Ada", active: true }]]);
    expect(names(inOrder("assignee", counted.toReversed(), people))).toEqual(["Ada", "Nobody"]);
    expect(names(inOrder("priority", [], people))).toEqual(["Highest", "High", "Medium", "Low", "Lowest"]);
    expect(names(inOrder("epic", [{ id: "A-9", epic, counts: {} }], people))).toEqual(["Go live", "No epic"]);
    expect(laneIdOf({ ...a, parent: { ...epic, type: "story" } }, "epic")).toBe("");
  });
});

describe("the filter", () => {
  it("goes through the address and back", () => {
    const filter = toFilter({
      q: "login",
      assignee: "me",
      type: "bug,story,nonsense",
      label: "ui",
      sprint: "active",
      status: "a,b",
      query: "points > 3",
    });
    expect(filter).toEqual({
      text: "login",
      assignee: "me",
      types: ["bug", "story"],
      statuses: ["a", "b"],
      labels: ["ui"],
      sprint: "active",
      query: "points > 3",
    });
    expect(toFilter(toSearch(filter))).toEqual(filter);
  });

  it("asks the task list only for what is filtered", () => {
    expect(toParameters(toFilter({ q: " a b ", type: "bug,epic" }))).toBe("q=a+b&type=bug&type=epic");
    expect(toParameters(toFilter({}))).toBe("");
  });
});

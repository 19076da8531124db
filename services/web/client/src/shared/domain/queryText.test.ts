import { expect, it } from "vitest";
import { asQuery, withQueried } from "./queryText";
import { quoted } from "./queryTokens";
import { everything } from "./taskFilter";

const names = {
  statuses: [{ id: "s-doing", name: "In progress" }],
  people: [{ id: "u-ada", name: "Ada Lovelace" }],
};
const read = (query: string) => {
  const { query: _, ...chips } = withQueried({ ...everything, query }, names);
  return chips;
};
const { query: _, ...nothing } = everything;

it("shows what a filter can show of a query", () => {
  const query =
    'TYPE in (bug, epic) and status = "in progress" AND assignee = "ada lovelace" AND labels = ui';
  expect(read(`${query} AND labels = web AND title ~ "a \\"b\\"" AND points > 3 ORDER BY rank`)).toEqual({
    text: 'a "b"',
    assignee: "u-ada",
    sprint: "",
    types: ["bug", "epic"],
    statuses: ["s-doing"],
    labels: ["ui", "web"],
  });
  expect(read("assignee = me")).toMatchObject({ assignee: "me" });
  expect(read("assignee IS EMPTY")).toMatchObject({ assignee: "none" });
});

it.each([
  "type = bug OR points = 1",
  "NOT type = bug",
  "(type = bug)",
  "type != bug",
  "status = done",
  'labels = "',
  "type in (bug",
])("shows nothing of %s", (query) => expect(read(query)).toEqual(nothing));

it("writes a changed filter and keeps the other conditions and the order", () => {
  const query = 'type = bug AND (points > 3 OR text ~ "x AND y") ORDER BY updated DESC';
  const wanted = { ...everything, assignee: "u-ada", statuses: ["s-doing"], labels: ["a b"] };
  const written =
    '(points > 3 OR text ~ "x AND y") AND status = "In progress" AND assignee = "Ada Lovelace" AND labels = "a b"';
  expect(asQuery(query, wanted, names)).toEqual({ ...everything, query: `${written} ORDER BY updated DESC` });
  expect(asQuery("type = bug", everything, names).query).toBe("");
  expect(asQuery("points = 1 or points = 2", { ...everything, types: ["bug", "task"] }, names).query).toBe(
    "(points = 1 or points = 2) AND type IN (bug, task)",
  );
});

it("quotes what is not one word", () => {
  expect(["bug", "and", "a b", 'a"b', ""].map(quoted)).toEqual(["bug", '"and"', '"a b"', '"a\\"b"', '""']);
});

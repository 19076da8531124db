import { expect, it } from "vitest";
import { fitting, toView, toViewSearch, tracks } from "./view";

it("reads and writes the view as the address has it, what is usual left out", () => {
  const usual = toView({});
  expect(usual).toMatchObject({ order: "rank", archived: false });
  expect(toViewSearch(usual)).toEqual({ sort: undefined, archived: undefined, columns: undefined });
  const search = { sort: "-updated", archived: "true", columns: "status,created" };
  expect(toViewSearch(toView(search))).toEqual(search);
  expect(toView({ columns: "created,nonsense,status" }).columns).toEqual(["status", "created"]);
});

it("remembers that no column at all is wanted", () => {
  const { columns } = toViewSearch({ ...toView({}), columns: [] });
  expect(columns).toBe("none");
  expect(toView({ columns }).columns).toEqual([]);
});

it("gives up columns, the least needed first, until the title has room", () => {
  const { columns } = toView({});
  expect(fitting(columns, 1400)).toEqual(columns);
  expect(fitting(columns, 900)).toEqual(["status", "priority", "assignee", "due"]);
  expect(fitting(columns, 100)).toEqual([]);
  expect(tracks(["points"])).toBe("28px 112px minmax(0, 1fr) 60px");
});

import { expect, it } from "vitest";
import type { CustomField } from "~/shared/api/generated/api";
import { fitting, tracks } from "./fitting";
import { columnsWith, toView, toViewSearch } from "./view";

const tier: CustomField = { id: "1", name: "Customer tier", type: "select", options: [], archived: false };

it("reads and writes the view as the address has it, what is usual left out", () => {
  const usual = toView({});
  expect(usual).toMatchObject({ order: "rank", archived: false });
  expect(toViewSearch(usual)).toEqual({ sort: undefined, archived: undefined, columns: undefined });
  const search = { sort: "-updated", archived: "true", columns: "status,created" };
  expect(toViewSearch(toView(search))).toEqual(search);
  const custom = "status,cf-1,cf-2";
  expect(toViewSearch(toView({ columns: "cf-2,cf-1,status,cf-1" })).columns).toBe(custom);
  expect(toView({ columns: "created,nonsense,status" }).columns).toEqual(["status", "created"]);
});

it("remembers that no column at all is wanted", () => {
  const { columns } = toViewSearch({ ...toView({}), columns: [] });
  expect(columns).toBe("none");
  expect(toView({ columns }).columns).toEqual([]);
});

it("gives up columns, the least needed first, until the title has room", () => {
  const { columns } = toView({ columns: "status,priority,assignee,labels,points,due,updated,cf-1" });
  const known = columnsWith([tier, { ...tier, id: "2", archived: true }]);
  const chosen = known.filter(({ id }) => columns.includes(id));
  const shown = (width: number) => fitting(chosen, width).map(({ id }) => id);
  expect(shown(1500)).toEqual(columns);
  expect(shown(1010)).toEqual(["status", "priority", "assignee", "due", "cf-1"]);
  expect(shown(900)).toEqual(["status", "priority", "assignee", "due"]);
  expect(shown(100)).toEqual([]);
  expect(known).toHaveLength(13);
  expect(tracks(known.slice(-1))).toBe("28px 112px minmax(0, 1fr) 124px");
});

import { describe, expect, it } from "vitest";
import type { CustomField, CustomFieldType } from "~/shared/api/generated/api";
import { everything } from "~/shared/domain/taskFilter";
import { nextOrder, ordered, sortedBy, waysOf } from "./order";
import { columnsWith, toView } from "./view";

const field = (id: string, name: string, type: CustomFieldType): CustomField => ({
  id,
  name,
  type,
  options: [],
  archived: false,
});
const columns = columnsWith([
  field("live", "Go-live", "date"),
  field("odd", 'The "odd" one', "text"),
  field("systems", "Systems", "multi-select"),
  field("part", "Component", "component"),
  field("fix", "Fix version", "version"),
]);
const column = (id: string) => columns.find((one) => one.id === id) ?? null;
const shown = (query: string, sort?: string) => ({
  filter: { ...everything, labels: ["ui"], query },
  view: toView({ sort }),
});
const sorted = (query: string, sort?: string) => sortedBy(shown(query, sort), columns);

describe("the order of a list", () => {
  it("is that of its query, before that of its address", () => {
    expect(sorted("")).toEqual({ by: "rank", direction: "ascending" });
    expect(sorted("", "due")).toEqual({ by: "due", direction: "ascending" });
    expect(sorted("type = bug", "-updated")).toEqual({ by: "updated", direction: "descending" });
    expect(sorted('type = bug order by "go-LIVE" desc, due', "due")).toEqual({
      by: "cf-live",
      direction: "descending",
    });
    expect(sorted("ORDER BY priority")).toEqual({ by: "priority", direction: "ascending" });
    expect(sorted("ORDER BY rank")).toMatchObject({ by: "rank" });
    expect(sorted('ORDER BY "Gone since" DESC')).toEqual({ by: "gone since", direction: "descending" });
  });

  it("by a custom field is said by the query, and the rest of it stays", () => {
    const all = shown("points > 2 OR type = bug ORDER BY due", "due");
    const byLive = ordered(all, column("cf-live"), "descending");
    expect(byLive.filter).toEqual({
      ...all.filter,
      query: "points > 2 OR type = bug ORDER BY Go-live DESC",
    });
    expect(byLive.view.order).toBe("rank");
    expect(sortedBy(byLive, columns)).toEqual({ by: "cf-live", direction: "descending" });
    const byDue = ordered(byLive, column("due"), "ascending");
    expect(byDue).toMatchObject({ filter: { query: "points > 2 OR type = bug" }, view: { order: "due" } });
    const odd = ordered(shown(""), column("cf-odd"), "ascending");
    expect(odd.filter.query).toBe('ORDER BY "The \\"odd\\" one"');
    expect(sortedBy(odd, columns).by).toBe("cf-odd");
    expect(ordered(odd, null, null).filter).toEqual(shown("").filter);
  });

  it("by a head is one way after the other, then the board's, and never by several options", () => {
    const [live, due, systems] = [column("cf-live"), column("due"), column("cf-systems")];
    if (!live || !due || !systems) throw new Error("columns must be there");
    expect(nextOrder(live, sorted(""))).toBe("ascending");
    expect(nextOrder(live, sorted("ORDER BY Go-live"))).toBe("descending");
    expect(nextOrder(live, sorted("ORDER BY Go-live DESC"))).toBeNull();
    expect(nextOrder(due, sorted("ORDER BY due DESC"))).toBe("ascending");
    expect(nextOrder(due, sorted("", "due"))).toBeNull();
    expect(waysOf(systems)).toEqual([]);
    const several = columns.filter(({ field }) => field?.options && waysOf({ ...live, field }).length === 0);
    expect(several.map(({ id }) => id)).toEqual(["cf-systems", "cf-part", "cf-fix"]);
  });
});

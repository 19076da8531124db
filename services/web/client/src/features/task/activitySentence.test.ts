import { describe, expect, it } from "vitest";
import type { Activity, CustomField, FieldChange } from "~/shared/api/generated/api";
import { sentenceOf } from "./activitySentence";

const names = new Map([
  ["u-ada", "Ada"],
  ["u-grace", "Grace"],
  ["s-todo", "To do"],
  ["s-review", "In review"],
]);
const nameOf = (id: string) => names.get(id) ?? "unknown";

const fields: CustomField[] = (
  [
    ["tier", "Customer tier", "select"],
    ["systems", "Systems", "multi-select"],
    ["part", "Component", "component"],
    ["fix", "Fix version", "version"],
    ["live", "Go-live", "date"],
    ["effort", "Effort", "number"],
    ["approver", "Approver", "user"],
    ["design", "Design", "url"],
  ] as const
).map(([id, name, type]) => ({
  id,
  name,
  type,
  archived: false,
  options: [
    { id: "o-1", name: "Gold" },
    { id: "o-2", name: "Silver" },
  ],
}));
const field = (id: string) => fields.find((one) => one.id === id);

/** What is said of something that Ada did. */
function said(kind: Activity["kind"], ...changes: [FieldChange["field"], string | null, string | null][]) {
  const activity: Activity = {
    id: "1",
    kind,
    at: new Date().toISOString(),
    actorId: "u-ada",
    changes: changes.map(([field, from, to]) => ({ field, from, to })),
    undoable: false,
  };
  const pieces = sentenceOf(activity, { person: nameOf, status: nameOf, sprint: nameOf, field });
  return pieces.map((piece) => (typeof piece === "string" ? piece : piece.value)).join("");
}

describe("the sentence of an activity", () => {
  it("tells of sprints and the backlog by their names", () => {
    const names = { person: nameOf, status: nameOf, sprint: (id: string) => `<${id}>`, field };
    const planned: Activity = {
      id: "1",
      kind: "changed",
      at: new Date().toISOString(),
      actorId: "u-ada",
      changes: [{ field: "sprintId", from: null, to: "s-1" }],
      undoable: false,
    };
    const pieces = sentenceOf(planned, names);
    const text = pieces.map((piece) => (typeof piece === "string" ? piece : piece.value)).join("");
    expect(text).toBe("moved this from <backlog> to <s-1>");
  });

  it("tells the beginning, the end and the return of a task, whatever fields come along", () => {
    expect(said("created")).toBe("created this task");
    expect(said("created", ["title", null, "Fix"])).toBe("created this task");
    expect(said("archived")).toBe("archived this task");
    expect(said("unarchived")).toBe("brought this task back");
  });

  it("tells of files and of logged time", () => {
    expect(said("attached", ["attachment", null, "a.png"])).toBe("attached a.png");
    expect(said("detached", ["attachment", "a.png", null])).toBe("deleted the attachment a.png");
    expect(said("logged", ["loggedMinutes", null, "90"])).toBe("logged 1h 30m");
    expect(said("log-corrected", ["loggedMinutes", null, "60"])).toBe("corrected logged time to 1h");
    expect(said("unlogged", ["loggedMinutes", "60", null])).toBe("deleted 1h of logged time");
  });

  it("tells what became of relations, with no key of what the reader may not see", () => {
    expect(said("related", ["blocks", null, "WEB-2"])).toBe("marked this as blocking WEB-2");
    expect(said("unrelated", ["blocked-by", "WEB-2", null])).toBe(
      "marked this as no longer blocked by WEB-2",
    );
    expect(said("related", ["duplicates", null, null])).toBe(
      "marked this as a duplicate of a task that you do not see",
    );
    expect(said("unrelated", ["duplicated-by", "WEB-2", null])).toBe(
      "marked WEB-2 as no longer a duplicate of this",
    );
    expect(said("related", ["relates-to", null, "WEB-2"])).toBe("marked this as related to WEB-2");
  });

  it("tells a move by the names of the statuses", () => {
    expect(said("transitioned", ["statusId", "s-todo", "s-review"])).toBe(
      "moved this from To do to In review",
    );
    expect(said("transitioned", ["statusId", null, "s-review"])).toBe("moved this to In review");
  });

  it("tells who got a task, who lost it, and whether that was the person's own doing", () => {
    const assigned = (from: string | null, to: string | null) => said("assigned", ["assigneeId", from, to]);
    expect(assigned(null, "u-grace")).toBe("assigned this to Grace");
    expect(assigned("u-grace", "u-gone")).toBe("reassigned this from Grace to unknown");
    expect(assigned("u-grace", null)).toBe("unassigned Grace");
    expect(assigned(null, "u-ada")).toBe("self-assigned this");
    expect(assigned("u-grace", "u-ada")).toBe("reassigned this from Grace to themselves");
    expect(assigned("u-ada", null)).toBe("removed their own assignment");
  });

  it("tells texts and chosen values", () => {
    expect(said("changed", ["title", "a", "b"])).toBe("changed the title from “a” to “b”");
    expect(said("changed", ["description", null, null])).toBe("changed the description");
    expect(said("changed", ["type", "task", "bug"])).toBe("changed the type from Task to Bug");
    expect(said("changed", ["priority", "medium", "highest"])).toBe(
      "changed the priority from Medium to Highest",
    );
    expect(said("changed", ["type", "task", "constructor"])).toBe(
      "changed the type from Task to constructor",
    );
  });

  it("tells points without the zeros that say nothing", () => {
    expect(said("changed", ["points", null, "3.00"])).toBe("set points to 3");
    expect(said("changed", ["points", "3", "0.50"])).toBe("changed points from 3 to 0.5");
    expect(said("changed", ["points", "5", null])).toBe("removed the points (5)");
  });

  it("tells an estimate in hours and minutes", () => {
    expect(said("changed", ["estimateMinutes", null, "480"])).toBe("set estimate to 8h");
    expect(said("changed", ["estimateMinutes", "480", "90"])).toBe("changed estimate from 8h to 1h 30m");
    expect(said("changed", ["estimateMinutes", "90", null])).toBe("removed the estimate (1h 30m)");
  });

  it("tells custom fields by their names, with the names behind the ids of options and people", () => {
    const set = (id: string, to: string) => said("changed", [`customFields.${id}`, null, to]);
    expect(set("tier", "o-1")).toBe("set Customer tier to Gold");
    expect(set("systems", "o-1,o-2")).toBe("set Systems to Gold and Silver");
    expect(set("part", "o-2")).toBe("set Component to Silver");
    expect(set("fix", "o-1,o-2")).toBe("set Fix version to Gold and Silver");
    expect(set("live", "2020-11-30")).toMatch(/^set Go-live to .*2020/);
    expect(set("effort", "2.500000")).toBe("set Effort to 2.5");
    expect(set("approver", "u-grace")).toBe("set Approver to Grace");
    expect(set("design", "https://example.org")).toBe("set Design to https://example.org");
    expect(said("changed", ["customFields.tier", "o-1", "o-gone"])).toBe(
      "changed Customer tier from Gold to an option that is gone",
    );
    expect(said("changed", ["customFields.tier", "o-1", null])).toBe("removed Customer tier");
    expect(said("changed", ["customFields.gone", null, "o-1"])).toBe("set a custom field");
  });

  it("tells labels by what came and what went", () => {
    expect(said("changed", ["labels", null, "ui"])).toBe("added label ui");
    expect(said("changed", ["labels", "ui,api", "api"])).toBe("removed label ui");
    expect(said("changed", ["labels", "x,y", "y,a,b,c"])).toBe("added labels a, b and c and removed label x");
  });

  it("tells several changes in one sentence, and something even of none", () => {
    expect(
      said("changed", ["title", "a", "b"], ["points", null, "3"], ["statusId", "s-todo", "s-review"]),
    ).toBe("changed the title from “a” to “b”, set points to 3 and moved this from To do to In review");
    expect(said("changed")).toBe("changed this task");
  });
});

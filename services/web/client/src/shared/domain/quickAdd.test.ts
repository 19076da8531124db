import { describe, expect, it } from "vitest";
import { emptyDraft, type NewTaskDraft } from "./newTask";
import { readTitle, withoutTokens, withTokens } from "./quickAdd";

const now = new Date(2026, 10, 22, 9, 0);
const people = [
  { id: "u-ana", name: "Ana Lee" },
  { id: "u-anton", name: "Anton Roy" },
  { id: "u-bo", name: "Bo Lee" },
];
const draft: NewTaskDraft = { ...emptyDraft, project: "TEAM", labels: ["core"] };

function read(text: string) {
  const quick = readTitle(text, people, now);
  const {
    title: _title,
    description: _description,
    project: _project,
    statusId: _status,
    estimate: _estimate,
    custom: _custom,
    ...fields
  } = withTokens(draft, quick);
  return { title: quick.title, ...fields };
}

describe("a title with words that set fields", () => {
  it("is read wherever they stand, the day at its end", () => {
    expect(read("Fix the login tomorrow !high @ana #web ~3 *bug")).toEqual({
      title: "Fix the login",
      dueDate: "2026-11-23",
      priority: "high",
      assigneeId: "u-ana",
      labels: ["core", "web"],
      points: "3",
      type: "bug",
    });
    expect(read("!low Write it down by friday")).toMatchObject({
      title: "Write it down",
      priority: "low",
      dueDate: "2026-11-27",
    });
    expect(read("Two #one #two +2w")).toMatchObject({
      title: "Two",
      labels: ["core", "one", "two"],
      dueDate: "2026-12-06",
    });
  });

  it.each([
    "Plan for tomorrow",
    "tomorrow",
    "Show today in the calendar",
    "Mail @nobody",
    "Ask @lee",
    "Answer #42",
    "Wow !",
    "Costs ~many",
    "Use C# and 3 * 4",
  ])("keeps what means nothing of that: %s", (text) => {
    const quick = readTitle(text, people, now);
    expect(quick).toEqual({ title: text, tokens: [] });
  });

  it("sets a field once; a second word stays", () => {
    expect(read("Do !high !low")).toMatchObject({ title: "Do !low", priority: "high" });
  });

  it("loses the words of what is chosen otherwise", () => {
    const text = "Fix the login  !high tomorrow @ana";
    const quick = readTitle(text, people, now);
    expect(withoutTokens(text, quick, ["priority"])).toBe("Fix the login tomorrow @ana");
    expect(withoutTokens(text, quick, ["dueDate", "assigneeId"])).toBe("Fix the login !high");
    expect(withoutTokens(text, quick, ["description"])).toBe(text);
  });
});

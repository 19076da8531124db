import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  pmt.addProject("OPS", "Operations");
  const add = pmt.customFields.add.bind(pmt.customFields, "WEB");
  add("f-note", "Note", "text");
  add("f-effort", "Effort", "number");
  add("f-live", "Go-live", "date");
  add("f-tier", "Customer tier", "select", ["Gold", "Silver"]);
  add("f-systems", "Systems", "multi-select", ["Web", "App", "Mail"]);
  add("f-fix", "Fix version", "version", [{ name: "1.3", released: true }, { name: "1.4" }]);
  add("f-approver", "Approver", "user");
  add("f-design", "Design", "url");
  add("f-old", "Old", "text").archived = true;
  pmt.addTask("WEB-1", "Fix the login page");
});

const posts = () =>
  pmt.log
    .filter(({ method, path }) => method === "POST" && path.endsWith("/tasks"))
    .map(({ body }) => JSON.parse(body));

async function open() {
  const { user } = renderApp("/projects/WEB/board", pmt);
  await screen.findByText("Fix the login page");
  await user.keyboard("c");
  const dialog = within(await screen.findByRole("dialog", { name: "New task" }));
  await user.type(dialog.getByLabelText("Title"), "Write the docs");
  return { user, dialog, more: () => dialog.findByRole("button", { name: /^More fields/ }) };
}

describe("the further fields of a new task", () => {
  it("are shown when they are wanted, and go along with it", async () => {
    const { user, dialog, more } = await open();
    expect(await more()).toHaveAttribute("aria-expanded", "false");
    expect(dialog.getByLabelText("Estimate")).not.toBeVisible();
    await user.click(await more());
    expect(await more()).toHaveAttribute("aria-expanded", "true");
    expect(dialog.queryByLabelText("Old")).toBeNull();
    await user.type(dialog.getByLabelText("Estimate"), "1.5h");
    await user.type(dialog.getByLabelText("Effort"), "2,5");
    await user.type(dialog.getByLabelText("Go-live"), "2026-11-30");
    await user.click(dialog.getByRole("button", { name: "Customer tier: None" }));
    await user.click(screen.getByRole("option", { name: "Gold" }));
    await user.click(dialog.getByRole("button", { name: "Systems" }));
    await user.click(screen.getByRole("option", { name: "Mail" }));
    await user.click(screen.getByRole("option", { name: "Web" }));
    await user.keyboard("{Escape}");
    await user.click(dialog.getByRole("button", { name: "Fix version" }));
    await user.click(screen.getByRole("option", { name: "1.4" }));
    await user.click(screen.getByRole("option", { name: /1.3/ }));
    await user.keyboard("{Escape}");
    await user.click(dialog.getByRole("button", { name: "Approver: Nobody" }));
    await user.keyboard("lovelace{Enter}");
    await user.type(dialog.getByLabelText("Design"), "https://x.org");
    await user.type(dialog.getByLabelText("Note"), " Ask{Control>}{Enter}{/Control}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(posts()).toMatchObject([{ title: "Write the docs", estimateMinutes: 90 }]);
    expect(posts()[0].customFields).toEqual({
      "f-note": "Ask",
      "f-effort": 2.5,
      "f-live": "2026-11-30",
      "f-tier": "o-Gold",
      "f-systems": ["o-Web", "o-Mail"],
      "f-fix": ["o-1.3", "o-1.4"],
      "f-approver": "u-ada",
      "f-design": "https://x.org",
    });
  });

  it("are not named where nothing is in them", async () => {
    const { user, dialog, more } = await open();
    await user.click(await more());
    await user.click(dialog.getByRole("button", { name: "Customer tier: None" }));
    await user.click(screen.getByRole("option", { name: "Gold" }));
    await user.click(dialog.getByRole("button", { name: "Customer tier: Gold" }));
    await user.click(screen.getByRole("option", { name: "None" }));
    await user.type(dialog.getByLabelText("Note"), "  {Enter}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(Object.keys(posts()[0])).not.toContain("customFields");
    expect(Object.keys(posts()[0])).not.toContain("estimateMinutes");
  });

  it("say what is wrong with them, and nothing is sent before it is right", async () => {
    const { user, dialog, more } = await open();
    await user.click(await more());
    await user.type(dialog.getByLabelText("Estimate"), "3");
    await user.type(dialog.getByLabelText("Design"), "example.org");
    expect(dialog.getByLabelText("Design")).toHaveAccessibleDescription(
      "A link begins with http:// or https://.",
    );
    await user.click(dialog.getByRole("button", { name: "Create task" }));
    expect(dialog.getByLabelText("Estimate")).toHaveFocus();
    expect(posts()).toEqual([]);
    await user.click(await more());
    expect(dialog.getByLabelText("Design")).toBeVisible();
    await user.type(dialog.getByLabelText("Estimate"), "h");
    await user.clear(dialog.getByLabelText("Design"));
    await user.click(dialog.getByRole("button", { name: "Create task" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(posts()).toMatchObject([{ estimateMinutes: 180 }]);
  });

  it("tell at each why it was refused, and keep what was entered", async () => {
    const { user, dialog, more } = await open();
    await user.click(await more());
    await user.type(dialog.getByLabelText("Note"), "Ask");
    await user.click(dialog.getByRole("button", { name: "Customer tier: None" }));
    await user.click(screen.getByRole("option", { name: "Silver" }));
    await user.click(await more());
    expect(await more()).toHaveTextContent("More fields, 2 filled");
    const errors = [
      { field: "customFields.f-tier", message: "Customer tier must be the id of one of its options" },
      { field: "customFields.f-note", message: "Note must be one line" },
    ];
    pmt.refuse("POST", /tasks$/, 400, "invalid-request", "both are wrong", { errors });
    await user.click(dialog.getByRole("button", { name: "Create task" }));
    expect(await dialog.findByText("Customer tier must be the id of one of its options")).toBeVisible();
    expect(dialog.getByLabelText("Note")).toHaveAccessibleDescription("Note must be one line");
    await waitFor(() => expect(dialog.getByLabelText("Note")).toHaveFocus());
    expect(dialog.queryByText("both are wrong")).toBeNull();
    expect(dialog.getByLabelText("Note")).toHaveValue("Ask");
    await user.click(dialog.getByRole("button", { name: "Create task" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(posts()[1]).toMatchObject({ customFields: { "f-note": "Ask", "f-tier": "o-Silver" } });
  });

  it("that are another project's stay behind, and come back with theirs", async () => {
    const { user, dialog, more } = await open();
    await user.click(await more());
    await user.type(dialog.getByLabelText("Effort"), "7");
    const to = async (from: string, project: RegExp) => {
      await user.click(dialog.getByRole("button", { name: `Project: ${from}` }));
      await user.click(screen.getByRole("option", { name: project }));
    };
    await to("Website", /Operations/);
    expect(dialog.queryByLabelText("Effort")).toBeNull();
    await to("Operations", /Website/);
    expect(await dialog.findByLabelText("Effort")).toHaveValue("7");
    await to("Website", /Operations/);
    await user.click(dialog.getByRole("button", { name: "Create task" }));
    await waitFor(() => expect(posts()).toHaveLength(1));
    expect(Object.keys(posts()[0])).not.toContain("customFields");
  });
});

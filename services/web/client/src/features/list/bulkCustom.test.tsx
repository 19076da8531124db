import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;
type User = ReturnType<typeof renderApp>["user"];

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  const add = pmt.customFields.add.bind(pmt.customFields, "WEB");
  add("f-old", "Old", "select", ["Gone"]).archived = true;
  add("f-note", "Note", "text");
  add("f-effort", "Effort", "number");
  add("f-live", "Go-live", "date");
  add("f-tier", "Customer tier", "select", ["Gold", "Silver"]);
  add("f-systems", "Systems", "multi-select", ["Web", "App", "Mail"]);
  add("f-approver", "Approver", "user");
  add("f-design", "Design", "url");
  for (let number = 1; number <= 3; number++)
    pmt.addTask(`WEB-${number}`, `Task ${number}`, { customFields: { "f-note": "Theirs" } });
});

const soon = { timeout: 10_000 };
const bodies = () =>
  pmt.log
    .filter(({ method, path }) => method === "POST" && path.endsWith("/bulk-changes"))
    .map(({ body }) => JSON.parse(body).change);

async function select() {
  const { user } = renderApp("/projects/WEB/list", pmt);
  await screen.findByRole("row", { name: /WEB-1 / }, soon);
  await user.click(screen.getByRole("checkbox", { name: "Select WEB-1" }));
  await user.click(screen.getByRole("checkbox", { name: "Select WEB-2" }));
  return user;
}

const menu = async (user: User, item: string) => {
  const bar = await screen.findByRole("region", { name: "Selected tasks" });
  await user.click(within(bar).getByRole("button", { name: "More for the selected" }));
  await user.click(await screen.findByRole("menuitem", { name: item }));
};

const field = async (user: User, name: string) => {
  await menu(user, "Custom field…");
  await user.click(await screen.findByRole("option", { name }));
  return screen.findByRole("combobox", { name: `${name.replace(" (archived)", "")} of the selected` });
};

const option = async (user: User, name: string | RegExp) =>
  user.click(await screen.findByRole("option", { name }));

describe("the custom fields of all selected tasks", () => {
  it("get what is typed or chosen, each type in its way, and can be undone", async () => {
    const user = await select();
    await user.type(await field(user, "Note"), "Ask first{Enter}");
    expect(await screen.findByText("2 tasks changed", {}, soon)).toBeInTheDocument();
    expect(pmt.tasks.map(({ customFields }) => customFields["f-note"])).toEqual([
      "Ask first",
      "Ask first",
      "Theirs",
    ]);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(await screen.findByText("2 tasks changed back", {}, soon)).toBeInTheDocument();
    expect(pmt.tasks[0]?.customFields).toEqual({ "f-note": "Theirs" });
    await user.type(await field(user, "Effort"), "2,5{Enter}");
    await user.type(await field(user, "Go-live"), "2026-11-30{Enter}");
    await field(user, "Customer tier");
    await option(user, "Silver");
    await user.type(await field(user, "Approver"), "lovelace{Enter}");
    await user.type(await field(user, "Design"), "https://x.org{Enter}");
    await waitFor(() =>
      expect(bodies().slice(1)).toEqual([
        { customFields: { "f-effort": 2.5 } },
        { customFields: { "f-live": "2026-11-30" } },
        { customFields: { "f-tier": "o-Silver" } },
        { customFields: { "f-approver": "u-ada" } },
        { customFields: { "f-design": "https://x.org" } },
      ]),
    );
  });

  it("take several options one after the other, in the options' order", async () => {
    const user = await select();
    await field(user, "Systems");
    for (const name of ["Mail", "App", "Web", "Without App"]) await option(user, name);
    expect(bodies()).toEqual([]);
    await option(user, "Set Web, Mail");
    await waitFor(() => expect(bodies()).toEqual([{ customFields: { "f-systems": ["o-Web", "o-Mail"] } }]));
  });

  it("take components and versions likewise, those that are released last", async () => {
    const add = pmt.customFields.add.bind(pmt.customFields, "WEB");
    add("f-part", "Component", "component", [{ name: "Login", leadId: "u-grace" }]);
    add("f-fix", "Fix version", "version", [{ name: "1.3", released: true }, { name: "1.4" }]);
    const user = await select();
    await field(user, "Fix version");
    const names = screen.getAllByRole("option").map(({ textContent }) => textContent);
    expect(names).toEqual(["1.4", "1.3 · released", "No Fix version"]);
    for (const name of ["1.4", "1.3 · released", "Set 1.3, 1.4"]) await option(user, name);
    await field(user, "Component");
    for (const name of ["Login · Grace Hopper", "Set Login"]) await option(user, name);
    await waitFor(() =>
      expect(bodies()).toEqual([
        { customFields: { "f-fix": ["o-1.3", "o-1.4"] } },
        { customFields: { "f-part": ["o-Login"] } },
      ]),
    );
  });

  it("are cleared, archived ones too, which take nothing else", async () => {
    const user = await select();
    await field(user, "Note");
    await option(user, "No Note");
    await waitFor(() => expect(pmt.tasks[0]?.customFields).toEqual({}));
    await field(user, "Go-live");
    await option(user, "No Go-live");
    await field(user, "Old (archived)");
    expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toEqual(["No Old"]);
    await option(user, "No Old");
    const none = ["f-note", "f-live", "f-old"].map((id) => ({ customFields: { [id]: null } }));
    await waitFor(() => expect(bodies()).toEqual(none));
  });

  it("say what is wrong with what is typed, and what the server refuses", async () => {
    const user = await select();
    await user.type(await field(user, "Effort"), "x{Enter}");
    expect(screen.getByText("A number has at most 9 digits and 6 decimals.")).toBeInTheDocument();
    await user.keyboard("{Backspace}7");
    pmt.refuse("POST", /bulk-changes$/, 400, "invalid-request", "Effort is archived");
    await user.keyboard("{Enter}");
    expect(await screen.findByText("Nothing was changed")).toBeInTheDocument();
    expect(screen.getByText("Effort is archived")).toBeInTheDocument();
    await user.type(await field(user, "Go-live"), "some day");
    expect(screen.getByText("A day is written like 2026-11-30, tomorrow, or +7d.")).toBeInTheDocument();
    expect(bodies()).toHaveLength(1);
  });

  it("are found in the palette by their names", async () => {
    const user = await select();
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await screen.findByRole("combobox", { name: "Commands" }), "change tier{Enter}");
    await user.type(
      await screen.findByRole("combobox", { name: "Custom field of the selected" }),
      "tier{Enter}",
    );
    await user.type(
      await screen.findByRole("combobox", { name: "Customer tier of the selected" }),
      "gold{Enter}",
    );
    await waitFor(() => expect(bodies()).toEqual([{ customFields: { "f-tier": "o-Gold" } }]));
  });

  it("are counted before many change", async () => {
    for (let number = 10; number < 200; number++) pmt.addTask(`WEB-${number}`, `Task ${number}`);
    const user = await select();
    await user.keyboard("{Control>}a{/Control}");
    await field(user, "Customer tier");
    await option(user, "Gold");
    expect(await screen.findByText(/193 tasks selected: 192 will be different/)).toBeInTheDocument();
    expect(bodies()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Change 192 tasks" }));
    await waitFor(() => expect(bodies()).toEqual([{ customFields: { "f-tier": "o-Gold" } }]));
  });
});

describe("the estimate of all selected tasks", () => {
  it("is typed as in a task, or taken away", async () => {
    const user = await select();
    await menu(user, "Estimate…");
    const estimate = await screen.findByRole("combobox", { name: "Estimate of the selected" });
    await user.type(estimate, "3");
    expect(screen.getByText("Write hours or minutes, such as 2h, 90m, 1h 30m or 1:30.")).toBeInTheDocument();
    await user.type(estimate, "h 30m{Enter}");
    await waitFor(() => expect(pmt.tasks[1]?.estimateMinutes).toBe(210));
    await menu(user, "Estimate…");
    await option(user, "No estimate");
    await waitFor(() => expect(pmt.tasks[1]?.estimateMinutes).toBeNull());
    expect(bodies()).toEqual([{ estimateMinutes: 210 }, { estimateMinutes: null }]);
  });
});

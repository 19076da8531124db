import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { Task } from "~/shared/api/generated/api";
import { formatPlainDay } from "~/shared/lib/days";
import { FakePmt, grace } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  const add = pmt.customFields.add.bind(pmt.customFields, "WEB");
  add("f-note", "Note", "text");
  add("f-effort", "Effort", "number");
  add("f-live", "Go-live", "date");
  add("f-tier", "Customer tier", "select", ["Gold", "Silver"]);
  add("f-systems", "Systems", "multi-select", ["Web", "App", "Mail"]);
  add("f-approver", "Approver", "user");
  add("f-design", "Design", "url");
});

const values = () => pmt.tasks[0]?.customFields;
const patches = () => pmt.log.filter(({ method }) => method === "PATCH").map(({ body }) => JSON.parse(body));

async function open(customFields: Task["customFields"] = {}) {
  pmt.addTask("WEB-1", "Fix the login page", { customFields });
  const view = renderApp("/browse/WEB-1", pmt);
  await screen.findByLabelText("Note");
  return view;
}

describe("the custom fields of a task", () => {
  it("are edited in place, each kind in its way", async () => {
    const { user } = await open();
    await user.type(screen.getByLabelText("Note"), " Ask{Enter}");
    await user.type(screen.getByLabelText("Effort"), "x{Enter}");
    expect(screen.getByText("A number has at most 9 digits and 6 decimals.")).toBeInTheDocument();
    await user.type(screen.getByLabelText("Effort"), "{Backspace}1,5{Enter}");
    await user.type(screen.getByLabelText("Go-live"), "2026-11-30{Enter}");
    await user.click(screen.getByRole("button", { name: "Customer tier: None" }));
    await user.click(screen.getByRole("option", { name: "Gold" }));
    await user.click(screen.getByRole("button", { name: "Systems" }));
    await user.click(screen.getByRole("option", { name: "Mail" }));
    await user.click(screen.getByRole("option", { name: "Web" }));
    expect(patches()).not.toContainEqual({ customFields: { "f-systems": ["o-Mail"] } });
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: "Approver: Nobody" }));
    await user.keyboard("lovelace{Enter}");
    await user.type(screen.getByLabelText("Design"), "x:1{Enter}");
    expect(screen.getByText("A link begins with http:// or https://.")).toBeInTheDocument();
    await user.clear(screen.getByLabelText("Design"));
    await user.type(screen.getByLabelText("Design"), "https://x.org{Enter}");
    await waitFor(() =>
      expect(values()).toEqual({
        "f-note": "Ask",
        "f-effort": 1.5,
        "f-live": "2026-11-30",
        "f-tier": "o-Gold",
        "f-systems": ["o-Web", "o-Mail"],
        "f-approver": "u-ada",
        "f-design": "https://x.org",
      }),
    );
    expect(patches()).toHaveLength(7);
    const link = await screen.findByRole("link", { name: "x.org" });
    expect(link).toHaveAttribute("rel", "noopener noreferrer nofollow");
    expect(link).toHaveAttribute("target", "_blank");
    await user.click(screen.getByRole("button", { name: "Edit Design" }));
    expect(screen.getByLabelText("Design")).toHaveFocus();
    await user.keyboard("{Escape}");
    expect(screen.getByRole("button", { name: "Edit Design" })).toHaveFocus();
    const activity = screen.getByRole("region", { name: "Activity" });
    await waitFor(() => expect(activity).toHaveTextContent("set Systems to Web and Mail"), { timeout: 3000 });
  });

  it("say of components who leads them, and of versions when they are released", async () => {
    const add = pmt.customFields.add.bind(pmt.customFields, "WEB");
    const [past, soon] = ["2020-02-29", "2030-12-01"];
    add("f-part", "Component", "component", [{ name: "Login", leadId: grace.id }, { name: "Search" }]);
    add("f-fix", "Fix version", "version", [
      { name: "1.3", releasesOn: past, released: true },
      { name: "1.4", releasesOn: soon },
      { name: "1.5" },
    ]);
    const { user } = await open({ "f-part": ["o-Login"], "f-fix": ["o-1.3", "o-1.4"] });
    const options = () => screen.getAllByRole("option").map(({ textContent }) => textContent);
    const text = `1.4 · ${formatPlainDay(soon)}, 1.3 · released ${formatPlainDay(past)}`;
    await user.click(await screen.findByRole("button", { name: `Fix version: ${text}` }));
    expect(options()).toEqual([`1.4${formatPlainDay(soon)}`, "1.5", `1.3released ${formatPlainDay(past)}`]);
    await user.keyboard("{Escape}");
    expect(patches()).toEqual([]);
    await user.click(screen.getByRole("button", { name: `Fix version: ${text}` }));
    await user.click(screen.getByRole("option", { name: /1.5/ }));
    await user.keyboard("{Escape}");
    await waitFor(() =>
      expect(patches()).toEqual([{ customFields: { "f-fix": ["o-1.3", "o-1.4", "o-1.5"] } }]),
    );
    const part = await screen.findByRole("button", { name: "Component: Login" });
    expect(within(part).getByText("Login")).toHaveAttribute("title", "Login · Grace Hopper");
    await user.click(part);
    expect(options()).toEqual(["LoginGrace Hopper", "Search"]);
    await user.click(screen.getByRole("option", { name: /Login/ }));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(values()).not.toHaveProperty("f-part"));
  });

  it("lose their values by being emptied", async () => {
    const { user } = await open({ "f-note": "Ask", "f-tier": "o-Gold", "f-systems": ["o-App"] });
    await user.clear(screen.getByLabelText("Note"));
    await user.keyboard("{Enter}");
    await user.click(screen.getByRole("button", { name: "Customer tier: Gold" }));
    await user.click(screen.getByRole("option", { name: "None" }));
    await user.click(screen.getByRole("button", { name: "Systems: App" }));
    await user.click(screen.getByRole("option", { name: "App" }));
    await user.click(screen.getByRole("button", { name: "Systems" }));
    await waitFor(() => expect(values()).toEqual({}));
  });

  it("show the old value again when a change is refused, and keep another that is under way", async () => {
    const { user } = await open({ "f-tier": "o-Gold" });
    pmt.refuse("PATCH", /WEB-1$/, 400, "invalid-request", "Customer tier takes no values");
    await user.click(screen.getByRole("button", { name: "Customer tier: Gold" }));
    await user.click(screen.getByRole("option", { name: "Silver" }));
    await user.type(screen.getByLabelText("Note"), "Ask{Enter}");
    expect(await screen.findByText("Customer tier takes no values")).toBeInTheDocument();
    expect(await screen.findByRole("button", { name: "Customer tier: Gold" })).toBeInTheDocument();
    await waitFor(() => expect(values()).toEqual({ "f-tier": "o-Gold", "f-note": "Ask" }));
  });

  it("tell of somebody else's change to the same field only", async () => {
    const { user } = await open({ "f-tier": "o-Gold" });
    const theirs = { version: 2, customFields: { "f-tier": "o-Silver", "f-note": "Theirs" } };
    Object.assign(pmt.tasks[0] ?? {}, theirs);
    await user.type(screen.getByLabelText("Effort"), "3{Enter}");
    await waitFor(() => expect(values()).toMatchObject({ "f-effort": 3, "f-note": "Theirs" }));
    Object.assign(pmt.tasks[0] ?? {}, { version: 9, customFields: { "f-effort": 8 } });
    await user.clear(screen.getByLabelText("Effort"));
    await user.type(screen.getByLabelText("Effort"), "5{Enter}");
    expect(await screen.findByText(/Somebody else changed the Effort meanwhile/)).toBeInTheDocument();
    expect(values()).toEqual({ "f-effort": 8 });
  });

  it("that are archived only show a value, which can be taken away", async () => {
    for (const field of pmt.customFields.in("WEB").slice(1)) field.archived = true;
    const { user } = await open({ "f-live": "2026-11-30", "f-design": "https://example.org" });
    const fields = screen.getByRole("complementary", { name: "Fields" });
    expect(within(fields).queryByText("Effort")).toBeNull();
    expect(within(fields).getByRole("link", { name: "example.org" })).toBeInTheDocument();
    await user.click(within(fields).getByRole("button", { name: "Clear Go-live" }));
    await waitFor(() => expect(values()).toEqual({ "f-design": "https://example.org" }));
  });

  it("are absent with an older api", async () => {
    pmt.refuse("GET", /custom-fields$/, 404, "not-found", "There is nothing here");
    const { customFields, ...older } = pmt.addTask("WEB-1", "Fix the login page");
    pmt.tasks = [Object.assign(older, { customFields: undefined as never })];
    renderApp("/browse/WEB-1", pmt);
    expect(await screen.findByLabelText("Points")).toBeInTheDocument();
    expect(screen.queryByLabelText("Note")).toBeNull();
  });
});

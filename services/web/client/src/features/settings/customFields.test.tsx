import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { formatPlainDay } from "~/shared/lib/days";
import { FakePmt, grace } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
});

const part = () => screen.findByRole("region", { name: "Custom fields" });
const fields = () => pmt.customFields.in("WEB");

async function edit() {
  const { user } = renderApp("/projects/WEB/settings", pmt);
  await user.click(await screen.findByRole("button", { name: "Edit custom fields" }));
  const press = (name: string) => user.click(screen.getByRole("button", { name }));
  return { user, press, save: () => press("Save the fields") };
}

describe("the custom fields of a project", () => {
  it("begin with one that is chosen from options", async () => {
    const { user } = renderApp("/projects/WEB/settings", pmt);
    expect(await screen.findByText(/such as a “Customer tier”/)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Add the first field" }));
    const save = screen.getByRole("button", { name: "Save the fields" });
    await user.keyboard("Customer tier");
    expect(save).toBeEnabled();
    await user.selectOptions(screen.getByLabelText("Type of Customer tier"), "One choice");
    expect(save).toBeDisabled();
    await user.type(screen.getByLabelText("Name of the new option of Customer tier"), "Silver");
    await user.click(screen.getByRole("button", { name: "Add an option to Customer tier" }));
    await user.keyboard("silver");
    expect(screen.getAllByText("Another option has this name.")).toHaveLength(2);
    expect(save).toBeDisabled();
    await user.keyboard("{Backspace>6/}Gold");
    await user.click(screen.getByRole("button", { name: "Move Gold of Customer tier up" }));
    await user.click(save);
    expect(await screen.findByText("The custom fields are saved")).toBeInTheDocument();
    expect(fields()).toMatchObject([
      { name: "Customer tier", type: "select", options: [{ name: "Gold" }, { name: "Silver" }] },
    ]);
    expect(within(await part()).getByRole("listitem")).toHaveTextContent("Customer tierGold, Silver");
  });

  it("begin with components, each with who leads it", async () => {
    pmt.members["WEB"]?.push({ userId: grace.id, role: "member", since: "2026-11-20T09:00:00Z" });
    const { user } = renderApp("/projects/WEB/settings", pmt);
    await user.click(await screen.findByRole("button", { name: "Add components" }));
    expect(screen.getByLabelText("Name of Component")).toHaveValue("Component");
    expect(screen.getByLabelText("Type of Component")).toHaveDisplayValue("Components");
    expect(screen.getByText(/^The parts of what you make/)).toBeInTheDocument();
    expect(screen.getByLabelText("Name of the new option of Component")).toHaveFocus();
    await user.keyboard("Login");
    await user.click(await screen.findByRole("button", { name: "Lead of Login of Component: Nobody" }));
    await user.keyboard("grace{Enter}");
    await user.click(screen.getByRole("button", { name: "Add an option to Component" }));
    await user.keyboard("Search");
    await user.click(screen.getByRole("button", { name: "Save the fields" }));
    await screen.findByText("The custom fields are saved");
    expect(fields()).toMatchObject([{ name: "Component", type: "component" }]);
    expect(fields()[0]?.options).toEqual([
      { id: "o-Login", name: "Login", leadId: grace.id },
      { id: "o-Search", name: "Search" },
    ]);
    expect(await part()).toHaveTextContent("ComponentLogin · Grace Hopper, SearchComponents");
  });

  it("begin with versions, which keep their days and their release through every change", async () => {
    const { user } = renderApp("/projects/WEB/settings", pmt);
    await user.click(await screen.findByRole("button", { name: "Add versions" }));
    await user.keyboard("1.4");
    await user.type(screen.getByLabelText("Release day of 1.4 of Fix version"), "2030-12-01");
    await user.click(screen.getByRole("checkbox", { name: "Released: 1.4 of Fix version" }));
    // another type has no place for them, but they are there again
    await user.selectOptions(screen.getByLabelText("Type of Fix version"), "Components");
    expect(screen.queryByLabelText(/^Release day/)).toBeNull();
    await user.selectOptions(screen.getByLabelText("Type of Fix version"), "Versions");
    expect(screen.getByLabelText("Release day of 1.4 of Fix version")).toHaveValue("2030-12-01");
    await user.click(screen.getByRole("button", { name: "Save the fields" }));
    await screen.findByText("The custom fields are saved");
    const kept = { id: "o-1.4", name: "1.4", releasesOn: "2030-12-01", released: true };
    expect(fields()[0]).toMatchObject({ name: "Fix version", type: "version", options: [kept] });
    expect(await part()).toHaveTextContent(`1.4 · released ${formatPlainDay("2030-12-01")}`);
    await user.click(screen.getByRole("button", { name: "Edit custom fields" }));
    await user.type(screen.getByLabelText("Name of Fix version"), "s");
    await user.click(screen.getByRole("button", { name: "Save the fields" }));
    await waitFor(() => expect(fields()[0]).toMatchObject({ name: "Fix versions", options: [kept] }));
    await user.click(await screen.findByRole("button", { name: "Edit custom fields" }));
    await user.clear(screen.getByLabelText("Release day of 1.4 of Fix versions"));
    await user.click(screen.getByRole("checkbox", { name: "Released: 1.4 of Fix versions" }));
    await user.click(screen.getByRole("button", { name: "Save the fields" }));
    await waitFor(() => expect(fields()[0]?.options).toEqual([{ id: "o-1.4", name: "1.4" }]));
  });

  it("say why a lead is refused, and keep what was entered", async () => {
    pmt.customFields.add("WEB", "f-part", "Component", "component", [{ name: "Login", leadId: grace.id }]);
    const { press, save } = await edit();
    await press("Archive Component");
    pmt.refuse("PUT", /custom-fields$/, 400, "invalid-request", "leadId must be a member of project WEB");
    await save();
    expect(await screen.findByRole("alert")).toHaveTextContent("leadId must be a member of project WEB");
    expect(screen.getByRole("button", { name: /^Lead of Login/ })).toHaveTextContent("Grace Hopper");
    await save();
    await waitFor(() =>
      expect(fields()).toMatchObject([{ archived: true, options: [{ leadId: grace.id }] }]),
    );
  });

  it("are renamed, ordered and archived, and keep their types", async () => {
    pmt.customFields.add("WEB", "f-tier", "Customer tier", "select", ["Gold", "Silver"]);
    pmt.customFields.add("WEB", "f-live", "Go-live", "date");
    const { user, press, save } = await edit();
    expect(screen.getByLabelText("Type of Go-live")).toBeDisabled();
    await user.type(screen.getByLabelText("Name of Go-live"), " day");
    await press("Move Go-live day up");
    await press("Archive Customer tier");
    await press("Remove Silver of Customer tier");
    expect(screen.getByRole("button", { name: "Remove Gold of Customer tier" })).toBeDisabled();
    // another part of the project is saved meanwhile, which is no other's change of the fields
    await user.type(screen.getByLabelText("Name"), "!{Enter}");
    await screen.findByText("Website! is saved");
    await save();
    await screen.findByText("The custom fields are saved");
    expect(fields()).toEqual([
      { id: "f-live", name: "Go-live day", type: "date", options: [], archived: false },
      {
        id: "f-tier",
        name: "Customer tier",
        type: "select",
        options: [{ id: "o-Gold", name: "Gold" }],
        archived: true,
      },
    ]);
    expect(within(await part()).getByText("archived")).toBeInTheDocument();
  });

  it("that tasks have values in are not removed: it is said why, and they come back", async () => {
    pmt.customFields.add("WEB", "f-live", "Go-live", "date");
    pmt.addTask("WEB-1", "There", { customFields: { "f-live": "2026-11-30" } });
    const { press, save } = await edit();
    await press("Remove Go-live");
    await save();
    expect(await screen.findByRole("alert")).toHaveTextContent("Refused: custom-field-in-use");
    expect(await part()).toHaveTextContent("archive the field instead");
    await press("Put back what was removed");
    await press("Archive Go-live");
    await save();
    await waitFor(() => expect(fields()).toMatchObject([{ name: "Go-live", archived: true }]));
  });

  it("are not written over somebody else's", async () => {
    pmt.customFields.add("WEB", "f-live", "Go-live", "date");
    const { press, save } = await edit();
    await press("Archive Go-live");
    pmt.customFields.add("WEB", "f-design", "Design", "url");
    Object.assign(pmt.projects[0] ?? {}, { version: 5 });
    await save();
    expect(await screen.findByText(/Somebody else changed the project meanwhile/)).toBeInTheDocument();
    const asked = (method: string) =>
      pmt.log.filter((one) => one.method === method && one.path.endsWith("/custom-fields")).length;
    await waitFor(() => expect(asked("GET")).toBe(2));
    await save();
    await waitFor(() => expect(asked("PUT")).toBe(2));
    expect(fields()).toMatchObject([{ archived: false }, { name: "Design" }]);
  });

  it("are only shown to members, and not at all by an older api", async () => {
    pmt.projects = [];
    pmt.addProject("WEB", "Website", "member");
    const { unmount } = renderApp("/projects/WEB/settings", pmt);
    expect(await screen.findByText("No custom fields yet")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Add the first field" })).toBeNull();
    unmount();
    pmt.refuse("GET", /custom-fields$/, 404, "not-found", "There is nothing here");
    renderApp("/projects/WEB/settings", pmt);
    await screen.findByRole("region", { name: "Workflow" });
    await waitFor(() => expect(screen.queryByRole("region", { name: "Custom fields" })).toBeNull());
  });
});

import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakePmt } from "~/test/fakePmt";
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

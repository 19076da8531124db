import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
});

describe("the settings of a project", () => {
  it("take another name and description", async () => {
    const { user } = renderApp("/projects/WEB/settings", pmt);
    const form = await screen.findByRole("form", { name: "Project" });
    expect(within(form).getByRole("button", { name: "Save" })).toBeDisabled();
    await user.clear(within(form).getByLabelText("Name"));
    expect(within(form).getByText("A name is needed.")).toBeInTheDocument();
    await user.type(within(form).getByLabelText("Name"), "Public site");
    await user.type(within(form).getByLabelText("Description"), "What everybody sees.");
    await user.click(within(form).getByRole("button", { name: "Save" }));
    expect(await screen.findByText("Public site is saved")).toBeInTheDocument();
    expect(pmt.projects[0]).toMatchObject({
      name: "Public site",
      description: "What everybody sees.",
      version: 2,
    });
  });

  it("leave the choice when somebody else was faster", async () => {
    const { user } = renderApp("/projects/WEB/settings", pmt);
    const name = await screen.findByLabelText("Name");
    Object.assign(pmt.projects[0] ?? {}, { name: "Theirs", version: 3 });
    await user.type(name, " 2{Enter}");
    await user.click(await screen.findByRole("button", { name: "Save mine over it" }));
    await waitFor(() => expect(pmt.projects[0]).toMatchObject({ name: "Website 2", version: 4 }));
    Object.assign(pmt.projects[0] ?? {}, { name: "Theirs again", version: 5 });
    await user.type(name, "!{Enter}");
    await user.click(await screen.findByRole("button", { name: "Load the newest" }));
    expect(name).toHaveValue("Theirs again");
  });

  it("limit a column, and take its limit away", async () => {
    const { user } = renderApp("/projects/WEB/settings", pmt);
    const limit = await screen.findByLabelText("Limit of In progress");
    await user.type(limit, "0");
    expect(screen.getByRole("alert")).toHaveTextContent("from 1 to 999");
    await user.clear(limit);
    await user.type(limit, "5{Enter}");
    expect(await screen.findByText("In progress has a limit of 5 now")).toBeInTheDocument();
    expect(pmt.projects[0]?.statuses[1]?.wipLimit).toBe(5);
    await user.type(screen.getByLabelText("Name"), "!{Enter}");
    expect(await screen.findByText("Website! is saved")).toBeInTheDocument();
    Object.assign(pmt.projects[0] ?? {}, { version: 9 });
    await user.clear(limit);
    await user.tab();
    expect(await screen.findByText("The limit of In progress was not saved")).toBeInTheDocument();
    await waitFor(() => expect(limit).toHaveValue("5"));
    await user.clear(limit);
    await user.tab();
    await waitFor(() => expect(pmt.projects[0]?.statuses[1]?.wipLimit).toBeNull());
  });

  it("add, rename, order and remove statuses, all at once", async () => {
    const { user } = renderApp("/projects/WEB/settings", pmt);
    await user.click(await screen.findByRole("button", { name: "Edit statuses" }));
    const list = screen.getByRole("list", { name: "Statuses to edit" });
    const names = () =>
      within(list)
        .getAllByRole<HTMLInputElement>("textbox")
        .map(({ value }) => value);
    const before = names();
    await user.click(screen.getByRole("button", { name: "Add a status" }));
    const save = screen.getByRole("button", { name: "Save the statuses" });
    expect(save).toBeDisabled();
    await user.keyboard("done");
    expect(within(list).getAllByText("Another status has this name.")).not.toHaveLength(0);
    await user.keyboard("{Backspace>4/}In test");
    await user.selectOptions(within(list).getByLabelText("What In test means"), "under way");
    await user.click(within(list).getByRole("button", { name: "Move In test up" }));
    await user.click(within(list).getByRole("button", { name: "Remove To do" }));
    expect(names()).toEqual(["In test", ...before.slice(1)]);
    await user.click(save);
    expect(await screen.findByText("The statuses are saved")).toBeInTheDocument();
    expect(pmt.projects[0]?.statuses.map(({ name }) => name)).toEqual(["In test", ...before.slice(1)]);
    expect(screen.getByRole("button", { name: "Edit statuses" })).toBeInTheDocument();
  });

  it("keep a status that has tasks, and say so", async () => {
    pmt.addTask("WEB-1", "There");
    const { user } = renderApp("/projects/WEB/settings", pmt);
    await user.click(await screen.findByRole("button", { name: "Edit statuses" }));
    await user.click(screen.getByRole("button", { name: "Remove To do" }));
    await user.click(screen.getByRole("button", { name: "Save the statuses" }));
    expect(await screen.findByText("Refused: status-in-use")).toBeInTheDocument();
    expect(pmt.projects[0]?.version).toBe(1);
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(within(screen.getByRole("list", { name: "Statuses" })).getByText("To do")).toBeInTheDocument();
  });

  it("say where tasks may go, as a whole, with what people should know of it", async () => {
    const { user } = renderApp("/projects/WEB/settings", pmt);
    const part = await screen.findByRole("region", { name: "Workflow" });
    const way = (name: string) => within(part).getByRole("checkbox", { name });
    const press = (name: string) => user.click(within(part).getByRole("button", { name }));
    const save = "Save the workflow";
    await within(part).findByRole("table");
    expect(within(part).getByRole("button", { name: "Allow every transition" })).toBeDisabled();
    expect(within(part).queryByRole("checkbox", { name: "From Done to Done" })).toBeNull();
    await user.click(way("From Done to To do"));
    await user.click(way("From Done to In progress"));
    expect(within(part).getByRole("status")).toHaveTextContent(/^Tasks in Done stay there/);
    await press(save);
    expect(await screen.findByText("The workflow is saved")).toBeInTheDocument();
    expect(pmt.workflows.next.get("WEB s-done")).toEqual([]);
    await user.click(way("From To do to In progress"));
    await press("Discard");
    expect(way("From To do to In progress")).toBeChecked();
    await press("Allow every transition");
    Object.assign(pmt.projects[0] ?? {}, { version: 7 });
    await press(save);
    expect(await screen.findByText("The workflow was not saved")).toBeInTheDocument();
    await press(save);
    await waitFor(() => expect(pmt.workflows.next.get("WEB s-done")).toEqual(["s-todo", "s-doing"]));
  });

  it("are only shown to members, and hidden from strangers", async () => {
    pmt.projects = [];
    pmt.addProject("WEB", "Website", "member");
    const { router } = renderApp("/projects/WEB/settings", pmt);
    expect(await screen.findByLabelText("Name")).toBeDisabled();
    expect(screen.getByLabelText("Limit of Done")).toBeDisabled();
    expect(await screen.findByRole("checkbox", { name: "From To do to Done" })).toBeDisabled();
    await router.navigate({ to: "/projects/$key/settings", params: { key: "NOPE" } });
    expect(await screen.findByText("There is no project NOPE for you")).toBeInTheDocument();
  });
});

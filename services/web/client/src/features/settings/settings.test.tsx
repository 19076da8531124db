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

  it("are only shown to members, and hidden from strangers", async () => {
    pmt.projects = [];
    pmt.addProject("WEB", "Website", "member");
    const { router } = renderApp("/projects/WEB/settings", pmt);
    expect(await screen.findByLabelText("Name")).toBeDisabled();
    expect(screen.getByLabelText("Limit of Done")).toBeDisabled();
    await router.navigate({ to: "/projects/$key/settings", params: { key: "NOPE" } });
    expect(await screen.findByText("There is no project NOPE for you")).toBeInTheDocument();
  });
});

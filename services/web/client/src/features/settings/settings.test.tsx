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

  it("are only shown to members, and hidden from strangers", async () => {
    pmt.projects = [];
    pmt.addProject("WEB", "Website", "member");
    const { router } = renderApp("/projects/WEB/settings", pmt);
    expect(await screen.findByLabelText("Name")).toBeDisabled();
    await router.navigate({ to: "/projects/$key/settings", params: { key: "NOPE" } });
    expect(await screen.findByText("There is no project NOPE for you")).toBeInTheDocument();
  });
});

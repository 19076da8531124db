import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

describe("projects", () => {
  it("are created from the empty list with a key that follows the name", async () => {
    const { user, pmt, router } = renderApp("/projects");
    await user.click(await screen.findByRole("button", { name: "New project" }));
    const dialog = await screen.findByRole("dialog", { name: "New project" });
    await user.type(within(dialog).getByLabelText("Name"), "Apache Mesos");
    expect(within(dialog).getByLabelText("Key")).toHaveValue("MESOS");
    expect(within(dialog).getByText(/MESOS-1, MESOS-2/)).toBeInTheDocument();
    await user.click(within(dialog).getByRole("button", { name: "Create project" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/projects/MESOS/board"));
    expect(pmt.projects[0]).toMatchObject({ key: "MESOS", name: "Apache Mesos" });
  });

  it("are refused at the field at fault", async () => {
    const pmt = new FakePmt();
    pmt.addProject("MESOS", "Apache Mesos");
    const { user } = renderApp("/projects", pmt);
    await user.click(await screen.findByRole("button", { name: "New project" }));
    const dialog = await screen.findByRole("dialog", { name: "New project" });
    const create = within(dialog).getByRole("button", { name: "Create project" });
    await user.click(create);
    expect(within(dialog).getByText("A name is needed.")).toBeInTheDocument();
    await user.type(within(dialog).getByLabelText("Name"), "Other");
    await user.clear(within(dialog).getByLabelText("Key"));
    await user.type(within(dialog).getByLabelText("Key"), "1x");
    expect(within(dialog).getByText("The key must start with a letter.")).toBeInTheDocument();
    await user.clear(within(dialog).getByLabelText("Key"));
    await user.type(within(dialog).getByLabelText("Key"), "mesos");
    await user.click(create);
    expect(
      await within(dialog).findByText("The key MESOS is taken. Choose another one."),
    ).toBeInTheDocument();
    expect(within(dialog).getByLabelText("Key")).toHaveAttribute("aria-invalid", "true");
  });

  it("cannot be created by guests", async () => {
    const pmt = new FakePmt();
    if (pmt.me) pmt.me = { ...pmt.me, role: "guest" };
    renderApp("/projects", pmt);
    expect(await screen.findByText("No projects yet")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "New project" })).toBeNull();
  });

  it("can be asked for again when they could not be loaded", async () => {
    const pmt = new FakePmt();
    pmt.addProject("WEB", "Website");
    pmt.refuse("GET", /projects$/, 500, "internal", "the disk is full");
    const { user } = renderApp("/projects", pmt);
    expect(await screen.findByText("the disk is full")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("link", { name: /WEB.*Website.*Owner/ })).toBeInTheDocument();
  });
});

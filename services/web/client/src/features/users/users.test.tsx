import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

describe("users", () => {
  it("are created by an administrator, who gets the one-time link to hand over", async () => {
    const { user, pmt } = renderApp("/users");
    await user.click(await screen.findByRole("button", { name: "New user" }));
    const dialog = await screen.findByRole("dialog", { name: "New user" });
    await user.type(within(dialog).getByLabelText("Name"), "Edsger Dijkstra");
    await user.type(within(dialog).getByLabelText("E-mail"), "edsger@example.org");
    await user.selectOptions(within(dialog).getByLabelText("Role"), "Guest");
    await user.click(within(dialog).getByRole("button", { name: "Create user" }));
    const link = await screen.findByRole("dialog", { name: "Edsger Dijkstra is added" });
    expect(within(link).getByLabelText("One-time link")).toHaveValue(
      "http://localhost:8080/auth/link/secret",
    );
    await user.click(within(link).getByRole("button", { name: "Copy" }));
    expect(await within(link).findByRole("button", { name: "Copied" })).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toBe("http://localhost:8080/auth/link/secret");
    await user.click(within(link).getByRole("button", { name: "Done" }));
    expect(await screen.findByText("edsger@example.org")).toBeInTheDocument();
    expect(pmt.users.at(-1)).toMatchObject({ role: "guest" });
  });

  it("are checked before they are sent, and refused at the field", async () => {
    const { user } = renderApp("/users");
    await user.click(await screen.findByRole("button", { name: "New user" }));
    const dialog = await screen.findByRole("dialog", { name: "New user" });
    const create = within(dialog).getByRole("button", { name: "Create user" });
    await user.click(create);
    expect(within(dialog).getByText("A name is needed.")).toBeInTheDocument();
    expect(within(dialog).getByText("This is not an e-mail address.")).toBeInTheDocument();
    await user.type(within(dialog).getByLabelText("Name"), "Ada");
    await user.type(within(dialog).getByLabelText("E-mail"), "ada@example.org");
    await user.click(create);
    expect(await within(dialog).findByText("Someone with this address exists already.")).toBeInTheDocument();
  });

  it("are listed for everyone else without the way to add", async () => {
    const pmt = new FakePmt();
    if (pmt.me) pmt.me = { ...pmt.me, role: "member" };
    renderApp("/users", pmt);
    await waitFor(() => expect(screen.getByText("grace@example.org")).toBeInTheDocument());
    expect(screen.queryByRole("button", { name: "New user" })).toBeNull();
  });
});

describe("administrators", () => {
  it("change roles, and see what became of it when somebody was faster", async () => {
    const { user, pmt } = renderApp("/users");
    await user.selectOptions(await screen.findByLabelText("Role of Grace Hopper"), "Administrator");
    await waitFor(() => expect(pmt.users[1]).toMatchObject({ role: "admin", version: 2 }));
    Object.assign(pmt.users[2] ?? {}, { role: "member", version: 4 });
    await user.selectOptions(screen.getByLabelText("Role of Alan Turing"), "Administrator");
    expect(await screen.findByText(/Somebody else changed this person/)).toBeInTheDocument();
    await waitFor(() => expect(screen.getByLabelText("Role of Alan Turing")).toHaveValue("member"));
  });

  it("shut people out after being told what that means, and let them in again", async () => {
    const { user, pmt } = renderApp("/users");
    await user.click(await screen.findByRole("button", { name: "More for Grace Hopper" }));
    await user.click(screen.getByRole("menuitem", { name: "Deactivate…" }));
    const dialog = await screen.findByRole("dialog", { name: "Deactivate Grace Hopper?" });
    expect(dialog).toHaveTextContent("Tasks and their history stay.");
    await user.click(within(dialog).getByRole("button", { name: "Deactivate" }));
    expect(await screen.findByText("Grace Hopper is shut out")).toBeInTheDocument();
    expect(pmt.users[1]).toMatchObject({ active: false });
    await user.click(screen.getByRole("button", { name: "More for Grace Hopper" }));
    expect(screen.getByRole("menuitem", { name: "Link to set a new password" })).toBeDisabled();
    await user.click(screen.getByRole("menuitem", { name: "Activate" }));
    await waitFor(() => expect(pmt.users[1]).toMatchObject({ active: true }));
  });

  it("cannot shut out the last administrator, and are told so", async () => {
    const { user, pmt } = renderApp("/users");
    pmt.refuse("POST", /deactivate$/, 409, "last-administrator", "This is the last administrator.");
    await user.click(await screen.findByRole("button", { name: "More for Ada Lovelace" }));
    await user.click(screen.getByRole("menuitem", { name: "Deactivate…" }));
    await user.click(await screen.findByRole("button", { name: "Deactivate" }));
    expect(await screen.findByText("This is the last administrator.")).toBeInTheDocument();
    expect(screen.queryByText("inactive")).toBeNull();
  });

  it("hand over a link to set a new password", async () => {
    const { user } = renderApp("/users");
    await user.click(await screen.findByRole("button", { name: "More for Grace Hopper" }));
    await user.click(screen.getByRole("menuitem", { name: "Link to set a new password" }));
    const dialog = await screen.findByRole("dialog", { name: "A new password for Grace Hopper" });
    expect(within(dialog).getByLabelText("One-time link")).toHaveValue(
      "http://localhost:8080/auth/link/reset",
    );
  });
});

import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakePmt, grace } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
});

const roles = () => Object.fromEntries((pmt.members["WEB"] ?? []).map(({ userId, role }) => [userId, role]));

describe("members", () => {
  it("are added with a role", async () => {
    const { user } = renderApp("/projects/WEB/members", pmt);
    const form = await screen.findByRole("form", { name: "Add a member" });
    expect(within(form).getByRole("button", { name: "Add" })).toBeDisabled();
    await user.click(within(form).getByRole("button", { name: "Person" }));
    await user.keyboard("hopper{Enter}");
    await user.selectOptions(within(form).getByLabelText("Role of the new member"), "Maintainer");
    await user.click(within(form).getByRole("button", { name: "Add" }));
    expect(await screen.findByText("grace@example.org")).toBeInTheDocument();
    await waitFor(() => expect(roles()).toEqual({ "u-ada": "owner", "u-grace": "maintainer" }));
  });

  it("change their role and are removed after asking", async () => {
    pmt.members["WEB"]?.push({ userId: grace.id, role: "member", since: "2026-11-20T09:00:00Z" });
    const { user } = renderApp("/projects/WEB/members", pmt);
    await user.selectOptions(await screen.findByLabelText("Role of Grace Hopper"), "Viewer");
    await waitFor(() => expect(roles()).toMatchObject({ "u-grace": "viewer" }));
    await user.click(screen.getByRole("button", { name: "Remove Grace Hopper" }));
    const dialog = await screen.findByRole("dialog", { name: "Remove Grace Hopper?" });
    await user.click(within(dialog).getByRole("button", { name: "Remove" }));
    await waitFor(() => expect(roles()).toEqual({ "u-ada": "owner" }));
  });

  it("stay when the server refuses, and the reason is told", async () => {
    pmt.refuse("DELETE", /members/, 409, "last-owner", "a project must keep one owner");
    const { user } = renderApp("/projects/WEB/members", pmt);
    await user.click(await screen.findByRole("button", { name: "Leave the project" }));
    await user.click(await screen.findByRole("button", { name: "Leave" }));
    expect(await screen.findByText("a project must keep one owner")).toBeInTheDocument();
    expect(screen.getByText("ada@example.org")).toBeInTheDocument();
  });

  it("have their names while their addresses cannot be had, and those who are shut out are marked", async () => {
    Object.assign(pmt.users[1] ?? {}, { active: false });
    pmt.members["WEB"]?.push({ userId: grace.id, role: "member", since: "2026-11-20T09:00:00Z" });
    pmt.refuse("GET", /\/users$/, 503, "service-unavailable", "auth is away");
    renderApp("/projects/WEB/members", pmt);
    const members = await screen.findByRole("list", { name: "Members" });
    const row = (await within(members).findByText("Grace Hopper")).closest("li");
    expect(row).toHaveTextContent("inactive");
    expect(within(members).getByText("Ada Lovelace").closest("li")).not.toHaveTextContent("inactive");
    expect(screen.queryByText("ada@example.org")).toBeNull();
  });

  it("are only shown to those who may not manage them", async () => {
    pmt.projects = [];
    pmt.addProject("WEB", "Website", "member");
    renderApp("/projects/WEB/members", pmt);
    expect(await screen.findByText("ada@example.org")).toBeInTheDocument();
    expect(screen.queryByRole("form", { name: "Add a member" })).toBeNull();
    expect(screen.queryByLabelText("Role of Ada Lovelace")).toBeNull();
  });
});

import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { currentCommands } from "~/shared/commands/registry";
import { catalogue } from "~/shared/keys/catalogue";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  pmt.addProject("OPS", "Operations");
  pmt.addTask("WEB-1", "Fix the login page", { labels: ["old"] });
  pmt.addTask("WEB-2", "Write the docs");
});

const field = () => screen.findByRole("combobox", { name: /^Commands| of WEB/ });
const active = async () => {
  const input = await field();
  return document.getElementById(input.getAttribute("aria-activedescendant") ?? "")?.textContent;
};

describe("the palette", () => {
  it("opens with Ctrl+K, goes where the words lead, and closes with Ctrl+K", async () => {
    const { user, router } = renderApp("/projects", pmt);
    await screen.findByRole("navigation", { name: "Projects" });
    await user.keyboard("{Control>}k{/Control}");
    expect(await field()).toHaveFocus();
    await user.keyboard("operations");
    await waitFor(async () => expect(await active()).toBe("Operations"));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/projects/OPS/board"));
    await user.keyboard("{Meta>}k{/Meta}");
    expect(await field()).toHaveFocus();
    await user.keyboard("{Control>}k{/Control}");
    expect(screen.queryByRole("combobox", { name: "Commands" })).toBeNull();
  });

  it("walks with arrows, and says so when nothing is called that", async () => {
    const { user } = renderApp("/projects", pmt);
    await screen.findByRole("navigation", { name: "Projects" });
    await user.click(screen.getByRole("button", { name: "Commands" }));
    expect(await active()).toMatch(/^New task/);
    await user.keyboard("{ArrowDown}");
    expect(await active()).toBe("New project");
    await user.keyboard("{ArrowUp}{ArrowUp}");
    expect(await active()).toBe("Sign out");
    await user.keyboard("qqqq");
    expect(screen.getByText("Nothing is called that.")).toBeInTheDocument();
  });

  it("opens a task by its key or its number", async () => {
    const { user, router } = renderApp("/projects/WEB/members", pmt);
    await screen.findByRole("list", { name: "Members" });
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await field(), "web-2");
    expect(await active()).toBe("Open WEB-2");
    await user.clear(await field());
    await user.keyboard("1{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/browse/WEB-1"));
  });

  it("makes a project and a theme", async () => {
    const { user } = renderApp("/projects/WEB/board", pmt);
    await screen.findByText("Fix the login page");
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await field(), "dark{Enter}");
    expect(document.documentElement.dataset["theme"]).toBe("dark");
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await field(), "new project{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "New project" });
    await user.click(within(dialog).getByRole("button", { name: "Cancel" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });
});

describe("the keys of a task", () => {
  it("set the status of the card in focus, from a list with the present one chosen", async () => {
    const { user } = renderApp("/projects/WEB/board", pmt);
    await screen.findByText("Fix the login page");
    await user.keyboard("j");
    await waitFor(() => expect(document.activeElement?.id).toBe("card-WEB-1"));
    await user.keyboard("s");
    expect(await screen.findByRole("combobox", { name: "Status of WEB-1" })).toHaveFocus();
    expect(await active()).toBe("To do");
    await user.keyboard("done{Enter}");
    await waitFor(() => expect(pmt.tasks[0]).toMatchObject({ statusId: "s-done" }));
  });

  it("assign, rank and label the task in focus in the list", async () => {
    const { user } = renderApp("/projects/WEB/list", pmt);
    await screen.findByText("Fix the login page");
    await user.keyboard("j");
    await waitFor(() => expect(document.activeElement?.id).toBe("card-WEB-1"));
    await user.keyboard("i");
    await waitFor(() => expect(pmt.tasks[0]).toMatchObject({ assigneeId: "u-ada" }));
    await user.keyboard("p");
    await user.type(await screen.findByRole("combobox", { name: "Priority of WEB-1" }), "highest{Enter}");
    await waitFor(() => expect(pmt.tasks[0]).toMatchObject({ priority: "highest" }));
    await waitFor(() => expect(document.activeElement?.id).toBe("card-WEB-1"));
    await user.keyboard("l");
    await user.type(await screen.findByRole("combobox", { name: "Labels of WEB-1" }), "new{Enter}");
    await waitFor(() => expect(pmt.tasks[0]?.labels).toEqual(["old", "new"]));
    await waitFor(() => expect(document.activeElement?.id).toBe("card-WEB-1"));
    await user.keyboard("l");
    await user.type(await screen.findByRole("combobox", { name: "Labels of WEB-1" }), "remove old{Enter}");
    await waitFor(() => expect(pmt.tasks[0]?.labels).toEqual(["new"]));
    await waitFor(() => expect(document.activeElement?.id).toBe("card-WEB-1"));
    await user.keyboard("d");
    await user.type(await screen.findByRole("combobox", { name: "Due date of WEB-1" }), "2026-12-24{Enter}");
    await waitFor(() => expect(pmt.tasks[0]?.dueDate).toBe("2026-12-24"));
  });

  it("are about the open task when nothing else has the focus", async () => {
    const { user } = renderApp("/browse/WEB-2", pmt);
    await screen.findByDisplayValue("Write the docs");
    await user.keyboard("a");
    const assignee = await screen.findByRole("combobox", { name: "Assignee of WEB-2" });
    await user.type(assignee, "ada{Enter}");
    await waitFor(() => expect(pmt.tasks[1]).toMatchObject({ assigneeId: "u-ada" }));
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await field(), "archive{Enter}");
    await waitFor(() => expect(pmt.tasks[1]).toMatchObject({ archived: true }));
  });

  it("go back a step with Backspace", async () => {
    const { user } = renderApp("/browse/WEB-2", pmt);
    await screen.findByDisplayValue("Write the docs");
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await field(), "type of{Enter}");
    expect(await screen.findByRole("combobox", { name: "Type of WEB-2" })).toHaveFocus();
    await user.keyboard("{Backspace}");
    expect(await screen.findByRole("combobox", { name: "Commands" })).toHaveFocus();
  });

  it("stand in the list of keys", async () => {
    const { router } = renderApp("/browse/WEB-2", pmt);
    await screen.findByDisplayValue("Write the docs");
    const shown = new Set(Object.values(catalogue).flatMap((entries) => entries.map(({ keys }) => keys)));
    await waitFor(() => expect(currentCommands().some(({ id }) => id === "task-mine")).toBe(true));
    const commands = currentCommands().flatMap(({ keys }) => keys ?? []);
    expect(commands.length).toBeGreaterThan(9);
    expect(commands.filter((keys) => !shown.has(keys))).toEqual([]);
    await act(() => router.navigate({ to: "/projects" }));
    await waitFor(() => expect(currentCommands().some(({ id }) => id.startsWith("task-"))).toBe(false));
  });
});

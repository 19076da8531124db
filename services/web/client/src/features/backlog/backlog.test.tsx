import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { customFieldsQuery } from "~/shared/api/customFields";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  const dates = { startsOn: "2026-11-23", endsOn: "2026-12-04" };
  pmt.sprints.add("WEB", { name: "Sprint 1", goal: "Ship the login", capacity: 5, ...dates });
  pmt.addTask("WEB-1", "Fix the login page", { points: 3, sprint: pmt.sprints.shown("sprint-1") });
  pmt.addTask("WEB-2", "Write the docs", { points: 4 });
  pmt.addTask("WEB-3", "Ship it");
  pmt.addTask("WEB-4", "Long done", { statusId: "s-done" });
});

const layout = () =>
  Array.from(document.querySelectorAll<HTMLElement>(".backlog-head h2, [data-row]")).map(
    (item) => item.dataset["row"] ?? item.textContent,
  );
const link = (name: string) => screen.findByRole("link", { name }, { timeout: 5_000 });
const open = async () => {
  const app = renderApp("/projects/WEB/backlog", pmt);
  await link("Write the docs");
  return app;
};
const plans = () =>
  pmt.log
    .filter(({ method, path }) => method === "POST" && path.endsWith("/tasks"))
    .map(({ path, body }) => [path.replace("/api/v1/projects/WEB", ""), JSON.parse(body)]);

describe("the backlog", () => {
  it("shows each open sprint with its load, and below them what waits", async () => {
    await open();
    expect(layout()).toEqual(["Sprint 1", "WEB-1", "Backlog", "WEB-2", "WEB-3"]);
    expect(screen.getByText("3 / 5 points")).toBeInTheDocument();
    expect(screen.getByText("Ship the login")).toBeInTheDocument();
  });

  it("moves a task by its menu at once, and puts it back when that is refused", async () => {
    const { user } = await open();
    pmt.refuse("POST", /sprint-1.tasks/, 409, "sprint-completed", "Sprint 1 is completed.");
    await user.click(screen.getByRole("button", { name: "Move WEB-2" }));
    await user.click(screen.getByRole("menuitemradio", { name: "Sprint 1" }));
    expect(await screen.findByText("WEB-2 was not moved")).toBeInTheDocument();
    expect(layout()).toEqual(["Sprint 1", "WEB-1", "Backlog", "WEB-2", "WEB-3"]);

    await user.click(screen.getByRole("button", { name: "Move WEB-2" }));
    await user.click(screen.getByRole("menuitemradio", { name: "Sprint 1" }));
    await waitFor(() => expect(layout()).toEqual(["Sprint 1", "WEB-1", "WEB-2", "Backlog", "WEB-3"]));
    expect(await screen.findByText("7 / 5 points")).toBeInTheDocument();
    expect(plans().at(-1)).toEqual(["/sprints/sprint-1/tasks", { keys: ["WEB-2"], afterKey: "WEB-1" }]);
  });

  it("sets a custom field of all that is selected, where the project has some", async () => {
    pmt.customFields.add("WEB", "f-tier", "Customer tier", "select", ["Gold"]);
    const { user, client } = await open();
    (await link("Write the docs")).focus();
    await user.keyboard("xjx");
    const more = () => user.click(screen.getByRole("button", { name: "More for the selected" }));
    await more();
    await user.click(await screen.findByRole("menuitem", { name: "Custom field…" }));
    await user.click(await screen.findByRole("option", { name: "Customer tier" }));
    await user.click(await screen.findByRole("option", { name: "Gold" }));
    await waitFor(() =>
      expect(pmt.tasks.map(({ customFields }) => customFields["f-tier"])).toEqual([
        undefined,
        "o-Gold",
        "o-Gold",
        undefined,
      ]),
    );
    pmt.customFields.in("WEB").length = 0;
    await act(() => client.invalidateQueries({ queryKey: customFieldsQuery("WEB").queryKey }));
    await more();
    expect(screen.getByRole("menuitem", { name: "Estimate…" })).toBeInTheDocument();
    expect(screen.queryByRole("menuitem", { name: "Custom field…" })).toBeNull();
  });

  it("selects by keys and takes all that is selected along in one request", async () => {
    const { user } = await open();
    (await link("Write the docs")).focus();
    await user.keyboard("xjx");
    expect(await screen.findByText("2 selected, 4 points")).toBeInTheDocument();
    await user.keyboard("[[");
    await waitFor(() => expect(layout()).toEqual(["Sprint 1", "WEB-1", "WEB-2", "WEB-3", "Backlog"]));
    expect(plans()).toEqual([["/sprints/sprint-1/tasks", { keys: ["WEB-2", "WEB-3"], afterKey: "WEB-1" }]]);
  });

  it("moves a task up and down by keys", async () => {
    const { user } = await open();
    (await link("Ship it")).focus();
    await user.keyboard("{Shift>}{ArrowUp}{/Shift}");
    await waitFor(() => expect(layout()).toEqual(["Sprint 1", "WEB-1", "Backlog", "WEB-3", "WEB-2"]));
    expect(plans()).toEqual([["/backlog/tasks", { keys: ["WEB-3"], beforeKey: "WEB-2" }]]);
  });

  it("starts a sprint with its commitment, completes it and carries the rest over, and reopens it", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Start Sprint 1" }));
    const start = within(screen.getByRole("dialog"));
    expect(start.getByText("3 / 5 points")).toBeInTheDocument();
    await user.click(start.getByRole("button", { name: "Start sprint" }));
    await user.click(await screen.findByRole("button", { name: "Complete Sprint 1" }));
    const complete = within(screen.getByRole("dialog"));
    expect(complete.getByText("1 task, 3 points")).toBeInTheDocument();
    expect(complete.getByRole("combobox")).toHaveValue("backlog");
    await user.click(complete.getByRole("button", { name: "Complete sprint" }));
    await waitFor(() => expect(layout()).toEqual(["Backlog", "WEB-1", "WEB-2", "WEB-3"]));

    await user.click(screen.getByRole("button", { name: "Completed sprints" }));
    expect(
      await screen.findByText(/done of 1 task, 3 points committed; 1 task, 3 points carried over/),
    ).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Reopen Sprint 1" }));
    await user.click(screen.getByRole("button", { name: "Reopen sprint" }));
    expect(await screen.findByRole("button", { name: "Complete Sprint 1" })).toBeInTheDocument();
  });

  it("plans a sprint with what usually follows, and says what is wrong", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "New sprint" }));
    const name = screen.getByRole("textbox", { name: "Name" });
    expect(name).toHaveValue("Sprint 2");
    await user.clear(name);
    await user.click(screen.getByRole("button", { name: "Create sprint" }));
    expect(screen.getByText("A name is needed.")).toBeInTheDocument();
    await user.type(name, "Autumn");
    await user.click(screen.getByRole("button", { name: "Create sprint" }));
    await waitFor(() => expect(layout()).toContain("Autumn"));
    expect(screen.getByText(/Drag tasks here to plan Autumn/)).toBeInTheDocument();
  });

  it("edits and deletes an empty sprint", async () => {
    pmt.sprints.add("WEB", { name: "Spare" });
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "More of Spare" }));
    await user.click(screen.getByRole("menuitem", { name: "Edit sprint…" }));
    fireEvent.change(screen.getByRole("textbox", { name: /Goal/ }), { target: { value: "Rest" } });
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("Rest")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "More of Spare" }));
    await user.click(screen.getByRole("menuitem", { name: /Delete sprint…/ }));
    await user.click(screen.getByRole("button", { name: "Delete sprint" }));
    await waitFor(() => expect(layout()).not.toContain("Spare"));
  });

  it("starts, changes and completes sprints by the palette", async () => {
    const { user } = await open();
    const command = async (words: string) => {
      await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
      await user.keyboard("{Control>}k{/Control}");
      await user.type(await screen.findByRole("combobox", { name: "Commands" }), words);
      await user.keyboard("{Enter}");
    };
    await command("start sprint");
    expect(await screen.findByRole("dialog", { name: "Start sprint: Sprint 1" })).toBeInTheDocument();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(pmt.sprints.all[0]?.state).toBe("active"));
    await command("edit sprint");
    expect(await screen.findByRole("textbox", { name: "Name" })).toHaveFocus();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    await command("complete sprint");
    expect(await screen.findByRole("dialog", { name: "Complete sprint: Sprint 1" })).toBeInTheDocument();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(pmt.sprints.all[0]?.state).toBe("completed"));
  });

  it("teaches what a sprint is while there is none", async () => {
    pmt.sprints.all.length = 0;
    for (const task of pmt.tasks) task.sprint = null;
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Plan the first sprint" }));
    expect(screen.getByRole("dialog", { name: "New sprint" })).toBeInTheDocument();
  });

  it("only shows itself to a viewer, and folds", async () => {
    Object.assign(pmt.projects[0] ?? {}, { role: "viewer" });
    const { user } = await open();
    expect(screen.queryByRole("checkbox")).toBeNull();
    expect(screen.queryByRole("button", { name: /Start|Move|New sprint/ })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Sprint 1: fold" }));
    expect(layout()).toEqual(["Sprint 1", "Backlog", "WEB-2", "WEB-3"]);
  });

  it("tells and changes a task's sprint beside it", async () => {
    const { user } = renderApp("/browse/WEB-1", pmt);
    await user.click(await screen.findByRole("button", { name: /^Sprint: Sprint 1/ }));
    await user.click(await screen.findByRole("option", { name: "None" }));
    expect(await screen.findByRole("button", { name: "Sprint: None" })).toBeInTheDocument();
    expect(pmt.tasks[0]?.sprint).toBeNull();
  });
});

import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  for (let number = 1; number <= 3; number++) pmt.addTask(`WEB-${number}`, `Task ${number}`);
});

const bar = () => screen.findByRole("region", { name: "Selected tasks" });
const soon = { timeout: 10_000 };
const bodies = () =>
  pmt.log
    .filter(({ method, path }) => method === "POST" && path.endsWith("/bulk-changes"))
    .map(({ body }) => JSON.parse(body));

async function selectAll(user: ReturnType<typeof renderApp>["user"]) {
  await screen.findByRole("row", { name: /WEB-1 / }, soon);
  await user.click(screen.getByRole("checkbox", { name: "Select WEB-1" }));
  await user.keyboard("{Control>}a{/Control}");
  return bar();
}

describe("changing all selected tasks", () => {
  it("is one request, told with the way back", async () => {
    const { user } = renderApp("/projects/WEB/list", pmt);
    expect(await selectAll(user)).toHaveTextContent("3 selected");
    await user.click(within(await bar()).getByRole("button", { name: "Status of the selected" }));
    await user.click(screen.getByRole("option", { name: "Done" }));
    expect(await screen.findByText("3 tasks changed", {}, soon)).toBeInTheDocument();
    expect(bodies()).toEqual([{ tasks: ["WEB-1", "WEB-2", "WEB-3"], change: { statusId: "s-done" } }]);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(await screen.findByText("3 tasks changed back", {}, soon)).toBeInTheDocument();
    await waitFor(() => expect(pmt.tasks.map(({ statusId }) => statusId)).toEqual(Array(3).fill("s-todo")));
  });

  it("leads where the workflow does, from the statuses of any of them", async () => {
    Object.assign(pmt.tasks[1] ?? {}, { statusId: "s-doing" });
    pmt.workflows.next.set("WEB s-todo", ["s-doing"]).set("WEB s-doing", ["s-done"]);
    const { user } = renderApp("/projects/WEB/list", pmt);
    await selectAll(user);
    await user.click(within(await bar()).getByRole("button", { name: "Status of the selected" }));
    const done = screen.getByRole("option", { name: "Done not from To do" });
    expect(done).toHaveAttribute("aria-disabled", "false");
    const todo = screen.getByRole("option", { name: "To do not from In progress" });
    expect(todo).toHaveAttribute("aria-disabled", "false");
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("checkbox", { name: "Select WEB-2" }));
    await user.click(within(await bar()).getByRole("button", { name: "Status of the selected" }));
    await user.click(screen.getByRole("option", { name: "Done not from To do" }));
    await user.keyboard("{Enter}");
    expect(screen.getByRole("option", { name: "Done not from To do" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    expect(bodies()).toEqual([]);
  });

  it("tells which tasks were refused, and why", async () => {
    Object.assign(pmt.tasks[1] ?? {}, { type: "epic" });
    const { user } = renderApp("/projects/WEB/list", pmt);
    await user.click(within(await selectAll(user)).getByRole("button", { name: "More for the selected" }));
    await user.click(screen.getByRole("menuitem", { name: "Sprint…" }));
    await user.click(await screen.findByRole("option", { name: /Backlog/ }));
    await user.click(await screen.findByRole("button", { name: "1 refused" }));
    const dialog = screen.getByRole("dialog", { name: "1 task refused" });
    expect(dialog).toHaveTextContent("WEB-2sprintId must hold no epic");
    await user.click(within(dialog).getByRole("button", { name: "Close" }));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("goes beyond what is read, counts before it begins, and shows how far it is", async () => {
    for (let number = 10; number < 200; number++) pmt.addTask(`WEB-${number}`, `Task ${number}`);
    const { user } = renderApp("/projects/WEB/list", pmt);
    await waitFor(() => expect(screen.getByRole("grid")).toHaveAttribute("aria-rowcount", "194"));
    expect(await selectAll(user)).toHaveTextContent("193 selected");
    await user.click(within(await bar()).getByRole("button", { name: "Priority of the selected" }));
    await user.click(screen.getByRole("option", { name: /High$/ }));
    expect(await screen.findByText(/193 tasks selected: 192 will be different/)).toBeInTheDocument();
    pmt.bulk.readings = 2;
    await user.click(screen.getByRole("button", { name: "Change 192 tasks" }));
    expect(await screen.findByRole("progressbar", { name: "1 of 193 tasks" })).toBeInTheDocument();
    expect(await screen.findByText("193 tasks changed", {}, soon)).toBeInTheDocument();
    expect(bodies()).toEqual([{ query: "", change: { priority: "high" } }]);
  });
});

describe("Ctrl Z", () => {
  it("undoes one's own last change, but not while one writes", async () => {
    const { user } = renderApp("/projects/WEB/list", pmt);
    await user.click(await screen.findByRole("button", { name: "Priority of WEB-1: Medium" }));
    await user.click(screen.getByRole("option", { name: /Highest$/ }));
    expect(await screen.findByText("WEB-1 is changed")).toBeInTheDocument();
    await user.click(screen.getByRole("combobox", { name: "Query" }));
    await user.keyboard("{Control>}z{/Control}");
    expect(pmt.tasks[0]).toMatchObject({ priority: "highest" });
    screen.getByRole("combobox", { name: "Query" }).blur();
    await user.keyboard("{Control>}z{/Control}");
    expect(await screen.findByText("WEB-1: undone", {}, soon)).toBeInTheDocument();
    expect(await screen.findByRole("button", { name: "Priority of WEB-1: Medium" })).toBeInTheDocument();
  });
});

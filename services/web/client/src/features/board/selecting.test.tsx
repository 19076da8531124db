import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakePmt, grace } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  for (const number of [1, 2, 3, 4]) pmt.addTask(`WEB-${number}`, `Task ${number}`);
  pmt.addTask("WEB-5", "Task 5", { statusId: "s-doing", assigneeId: grace.id });
});

const column = (name: RegExp) => screen.findByRole("region", { name });
const titles = (region: HTMLElement) =>
  within(region)
    .queryAllByRole("link")
    .map((card) => card.id.slice(5));
const card = (number: number) => screen.getByRole("link", { name: new RegExp(`WEB-${number} `) });
const focus = (number: number) => act(() => card(number).focus());
const bar = () => screen.findByRole("region", { name: "Selected tasks" });
const moves = () =>
  pmt.log.filter(({ path }) => /move/.test(path)).map(({ path, body }) => [path, JSON.parse(body)]);

describe("selected cards", () => {
  it("go together by a key, in their order, with one request, and come back together", async () => {
    const { user } = renderApp("/projects/WEB/board", pmt);
    await column(/To do, 4 tasks/);
    focus(3);
    await user.keyboard("x");
    expect(await bar()).toHaveTextContent("1 selected");
    expect(card(3)).toHaveAccessibleName(/^Selected\. /);
    focus(1);
    await user.keyboard("x]");
    expect(await bar()).toHaveTextContent("2 selected");
    expect(titles(await column(/In progress, 3 tasks/))).toEqual(["WEB-1", "WEB-3", "WEB-5"]);
    await waitFor(() => expect(document.activeElement?.id).toBe("card-WEB-1"));
    await waitFor(() =>
      expect(moves()).toEqual([
        [
          "/api/v1/projects/WEB/board/moves",
          { keys: ["WEB-1", "WEB-3"], statusId: "s-doing", beforeKey: "WEB-5" },
        ],
      ]),
    );
    expect(await screen.findByText("2 tasks are moved")).toBeInTheDocument();
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    await waitFor(async () =>
      expect(titles(await column(/In progress, 3 tasks/))).toEqual(["WEB-5", "WEB-1", "WEB-3"]),
    );
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("region", { name: "Selected tasks" })).toBeNull());
  });

  it("are put back together when one of them is refused", async () => {
    const { user } = renderApp("/projects/WEB/board", pmt);
    await column(/To do, 4 tasks/);
    focus(1);
    await user.keyboard("x");
    focus(3);
    await user.keyboard("{Shift>}X{/Shift}");
    expect(await bar()).toHaveTextContent("3 selected");
    pmt.refuse("POST", /moves$/, 409, "transition-not-allowed", "WEB-2 stays as it is");
    await user.keyboard("]");
    expect(await screen.findByText("3 tasks were not moved")).toBeInTheDocument();
    expect(titles(await column(/To do, 4 tasks/))).toEqual(["WEB-1", "WEB-2", "WEB-3", "WEB-4"]);
  });

  it("are not moved where the workflow does not lead for all", async () => {
    pmt.workflows.next.set("WEB s-todo", ["s-doing"]).set("WEB s-doing", ["s-todo", "s-done"]);
    const { user } = renderApp("/projects/WEB/board", pmt);
    await column(/To do, 4 tasks/);
    await user.keyboard("{Control>}");
    await user.click(card(1));
    await user.click(card(5));
    await user.keyboard("{/Control}");
    expect(await bar()).toHaveTextContent("2 selected");
    focus(5);
    await user.keyboard("]");
    expect(await screen.findByText("WEB-1 stays in To do")).toBeInTheDocument();
    expect(moves()).toEqual([]);
  });

  it("take the lane of the one that is moved", async () => {
    const { user } = renderApp("/projects/WEB/board?lanes=assignee", pmt);
    const theirs = await column(/^In progress of Grace Hopper, 1 task$/);
    await within(theirs).findByRole("link", { name: /WEB-5/ });
    await within(await column(/^To do of Nobody, 4 tasks$/)).findByRole("link", { name: /WEB-2/ });
    focus(2);
    await user.keyboard("x");
    focus(5);
    await user.keyboard("x]");
    await waitFor(() =>
      expect(moves()).toEqual([
        [
          "/api/v1/projects/WEB/board/moves",
          { keys: ["WEB-2", "WEB-5"], statusId: "s-done", assigneeId: grace.id },
        ],
      ]),
    );
    expect(titles(await column(/^Done of Grace Hopper, 2 tasks$/))).toEqual(["WEB-2", "WEB-5"]);
  });

  it("are chosen in the card's menu too, and changed at once", async () => {
    const { user } = renderApp("/projects/WEB/board", pmt);
    const todo = await column(/To do, 4 tasks/);
    for (const number of [2, 4]) {
      await user.click(within(todo).getByRole("button", { name: `Move WEB-${number}` }));
      await user.click(await screen.findByRole("menuitem", { name: /^Select/ }));
    }
    await user.click(within(await bar()).getByRole("button", { name: "Priority of the selected" }));
    await user.click(await screen.findByRole("option", { name: /Highest/ }));
    await waitFor(() =>
      expect(pmt.tasks.filter(({ priority }) => priority === "highest").map(({ key }) => key)).toEqual([
        "WEB-2",
        "WEB-4",
      ]),
    );
    await user.click(within(todo).getByRole("button", { name: "Move WEB-2" }));
    await user.click(await screen.findByRole("menuitem", { name: /^Do not select/ }));
    expect(await bar()).toHaveTextContent("1 selected");
  });

  it("are nobody's who may only look", async () => {
    pmt.projects = [];
    pmt.addProject("WEB", "Website", "viewer");
    const { user } = renderApp("/projects/WEB/board", pmt);
    await column(/To do, 4 tasks/);
    focus(1);
    await user.keyboard("x");
    expect(screen.queryByRole("region", { name: "Selected tasks" })).toBeNull();
  });
});

import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakePmt, grace } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  pmt.addTask("WEB-1", "Fix the login page", { type: "bug", labels: ["a", "b", "c", "d"], points: 3 });
  pmt.addTask("WEB-2", "Write the docs", { assigneeId: grace.id, priority: "highest" });
  const parent = { id: "t-WEB-9", key: "WEB-9", title: "Go live", type: "epic" } as const;
  pmt.addTask("WEB-3", "Ship it", { statusId: "s-doing", parent, dueDate: "2020-02-29" });
  pmt.relations.add("WEB-1", "blocks", "WEB-3");
});

const column = (name: RegExp) => screen.findByRole("region", { name });
const titles = (region: HTMLElement) =>
  within(region)
    .queryAllByRole("link")
    .map((card) => card.id.slice(5));
const moves = () =>
  pmt.log.filter(({ path }) => path.endsWith("/move")).map(({ path, body }) => [path, JSON.parse(body)]);

describe("the board", () => {
  it("shows columns with counts and cards with what matters", async () => {
    renderApp("/projects/WEB/board", pmt);
    const todo = await column(/To do, 2 tasks/);
    expect(titles(todo)).toEqual(["WEB-1", "WEB-2"]);
    const card = within(todo).getByRole("link", { name: /WEB-1/ });
    expect(card).toHaveAttribute("href", "/browse/WEB-1");
    expect(card).toHaveAccessibleName("Bug WEB-1 points 3 Medium priority Fix the login page a b c +1");
    await waitFor(() =>
      expect(within(todo).getByRole("link", { name: /WEB-2/ })).toHaveAccessibleName(
        /assigned to Grace Hopper/,
      ),
    );
    expect(within(await column(/In progress/)).getByRole("link", { name: /WEB-3/ })).toHaveAccessibleName(
      /^Task WEB-3 Blocked Medium priority Ship it Epic Go live overdue since .*2020$/,
    );
    expect(await column(/Done, 0 tasks/)).toHaveTextContent("No tasks. Drop one here.");
  });

  it("narrows to the active sprints, and to everything again", async () => {
    const sprint = pmt.sprints.add("WEB", { name: "Sprint 1", state: "active" });
    Object.assign(pmt.tasks[1] ?? {}, { sprint: pmt.sprints.shown(sprint.id) });
    const { user, router } = renderApp("/projects/WEB/board?sprint=active", pmt);
    await waitFor(async () => expect(titles(await column(/To do/))).toEqual(["WEB-2"]));
    await user.click(screen.getByRole("button", { name: "Sprint filter: Active sprints" }));
    await user.click(screen.getByRole("option", { name: /Active sprints/ }));
    await waitFor(async () => expect(titles(await column(/To do/))).toEqual(["WEB-1", "WEB-2"]));
    expect(router.state.location.search).toEqual({});
  });

  it("teaches how to fill an empty board", async () => {
    pmt.tasks = [];
    const { user } = renderApp("/projects/WEB/board", pmt);
    await screen.findByText("This board is empty");
    expect(screen.getByRole("link", { name: /Import a CSV file/ })).toHaveAttribute(
      "href",
      "/projects/WEB/import",
    );
    await user.click(screen.getAllByRole("button", { name: "New task" })[0] ?? document.body);
    expect(await screen.findByRole("dialog", { name: "New task" })).toBeInTheDocument();
  });

  it("says when the project is not there, and retries when it could not be loaded", async () => {
    const { user, router } = renderApp("/projects/NOPE/board", pmt);
    expect(await screen.findByText("There is no project NOPE for you")).toBeInTheDocument();
    // Once while the page's code comes, once by the page itself.
    pmt.refuse("GET", /board$/, 500, "internal", "the disk is full");
    pmt.refuse("GET", /board$/, 500, "internal", "the disk is full");
    await act(() => router.navigate({ to: "/projects/$key/board", params: { key: "WEB" }, search: {} }));
    expect(await screen.findByText("the disk is full")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await column(/To do, 2 tasks/)).toBeInTheDocument();
  });

  it("asks again with the ETag and draws what changed elsewhere", async () => {
    const { client } = renderApp("/projects/WEB/board", pmt);
    await column(/To do, 2 tasks/);
    await act(() => client.invalidateQueries({ queryKey: ["board", "WEB"] }));
    expect(
      pmt.log
        .filter(({ path }) => path.endsWith("/board"))
        .at(-1)
        ?.headers.get("If-None-Match"),
    ).toMatch(/^"\d+"$/);
    expect(await column(/To do, 2 tasks/)).toBeInTheDocument();
    pmt.addTask("WEB-4", "From somebody else");
    await act(() => client.invalidateQueries({ queryKey: ["board", "WEB"] }));
    expect(titles(await column(/To do, 3 tasks/))).toContain("WEB-4");
  });

  it("draws only the window in sight of a long column and loads the next one near its end", async () => {
    for (let number = 10; number < 260; number++) pmt.addTask(`WEB-${number}`, `Task ${number}`);
    renderApp("/projects/WEB/board", pmt);
    const todo = await column(/To do, 252 tasks/);
    expect(titles(todo).length).toBeLessThan(20);
    const scroller = within(todo).getByRole("list");
    const windows = () =>
      pmt.log.filter(({ path }) => path.includes("/columns/")).map(({ query }) => query.get("cursor"));
    expect(windows()).toEqual([]);
    Object.defineProperty(scroller, "scrollTop", { configurable: true, value: 45 * 600 });
    fireEvent.scroll(scroller);
    await waitFor(() => expect(windows()).toEqual(["50"]));
  });
});

describe("the filter", () => {
  it("lives in the address and asks the task list", async () => {
    const { user, router } = renderApp("/projects/WEB/board", pmt);
    await column(/To do, 2 tasks/);
    await user.keyboard("/");
    expect(screen.getByLabelText("Filter by title")).toHaveFocus();
    await user.keyboard("login");
    expect(titles(await column(/To do, 1 task$/))).toEqual(["WEB-1"]);
    expect(router.state.location.search).toMatchObject({ q: "login" });
    await user.click(screen.getByRole("button", { name: "Type filter" }));
    await user.click(screen.getByRole("option", { name: /Epic/ }));
    expect(await column(/To do, 0 tasks/)).toHaveTextContent("Nothing here matches the filter.");
    await user.click(screen.getByRole("button", { name: "Clear" }));
    expect(await column(/To do, 2 tasks/)).toBeInTheDocument();
  });

  it("finds the tasks of who is shut out", async () => {
    Object.assign(pmt.users[1] ?? {}, { active: false });
    pmt.members["WEB"]?.push({ userId: grace.id, role: "member", since: "2026-11-20T09:00:00Z" });
    const { user } = renderApp("/projects/WEB/board", pmt);
    await user.click(await screen.findByRole("button", { name: "Assignee filter" }));
    await user.click(await screen.findByRole("option", { name: /Grace Hopper/ }));
    expect(titles(await column(/To do, 1 task$/))).toEqual(["WEB-2"]);
  });

  it("is read from the address, me included", async () => {
    pmt.addTask("WEB-5", "Mine", { assigneeId: "u-ada" });
    const { user, router } = renderApp("/projects/WEB/board?assignee=me", pmt);
    expect(titles(await column(/To do, 1 task$/))).toEqual(["WEB-5"]);
    await user.click(await screen.findByRole("button", { name: "Assignee filter: Ada Lovelace" }));
    await user.click(screen.getByRole("option", { name: /Nobody/ }));
    expect(titles(await column(/To do, 1 task$/))).toEqual(["WEB-1"]);
    expect(router.state.location.search).toMatchObject({ assignee: "none" });
  });
});

describe("a column with a limit", () => {
  it("tells that it is over it, whatever the filter shows", async () => {
    const project = pmt.projects[0];
    if (project) project.statuses = project.statuses.map((status) => ({ ...status, wipLimit: 1 }));
    const { user } = renderApp("/projects/WEB/board", pmt);
    const todo = await column(/^To do, 2 tasks, 1 over the limit of 1$/);
    expect(within(todo).getByText("2 / 1")).toBeInTheDocument();
    expect(within(todo).getByRole("status")).toHaveTextContent("To do: 2 tasks, 1 over the limit of 1");
    expect(await column(/^In progress, 1 task, limit 1$/)).toHaveTextContent("1 / 1");
    await user.type(screen.getByLabelText("Filter by title"), "login");
    expect(await column(/^To do, 1 task, 2 tasks, 1 over the limit of 1$/)).toBeInTheDocument();
  });
});

describe("the display", () => {
  const choose = async (user: ReturnType<typeof renderApp>["user"], name: string) => {
    await user.click(screen.getByRole("button", { name: "Display" }));
    await user.click(screen.getByRole("menuitemcheckbox", { name }));
    await user.keyboard("{Escape}");
  };

  it("chooses what is on cards, and remembers it", async () => {
    const sprint = pmt.sprints.add("WEB", { name: "Sprint 1", state: "active" });
    Object.assign(pmt.tasks[0] ?? {}, { sprint: pmt.sprints.shown(sprint.id) });
    const { user, unmount } = renderApp("/projects/WEB/board", pmt);
    const card = async () => within(await column(/To do/)).getByRole("link", { name: /WEB-1/ });
    await card();
    for (const name of ["Type", "Labels", "Points", "Sprint"]) await choose(user, name);
    expect(await card()).toHaveAccessibleName("WEB-1 Medium priority Fix the login page Sprint 1");
    unmount();
    renderApp("/projects/WEB/board", pmt);
    expect(await card()).toHaveAccessibleName("WEB-1 Medium priority Fix the login page Sprint 1");
  });
});

describe("lanes", () => {
  const cards = (name: RegExp, keys: string[]) =>
    waitFor(async () => expect(titles(await column(name))).toEqual(keys));

  it("are chosen, live in the address beside the filter, and are counted and folded", async () => {
    const { user, router } = renderApp("/projects/WEB/board?q=i", pmt);
    await column(/To do/);
    await user.click(screen.getByRole("button", { name: "Display" }));
    await user.click(screen.getByRole("menuitemradio", { name: "Assignee" }));
    await user.keyboard("{Escape}");
    expect(router.state.location.search).toEqual({ q: "i", lanes: "assignee" });
    await cards(/^To do of Grace Hopper, 1 task$/, ["WEB-2"]);
    await cards(/^To do of Nobody, 1 task$/, ["WEB-1"]);
    await user.click(screen.getByRole("button", { name: "Nobody 2 tasks" }));
    expect(screen.queryByRole("region", { name: /of Nobody/ })).toBeNull();
    await user.clear(screen.getByLabelText("Filter by title"));
    await waitFor(() => expect(router.state.location.search).toEqual({ lanes: "assignee" }));
    const asked = pmt.log.filter(({ query }) => query.get("query") === "assignee IS EMPTY");
    expect(asked.map(({ query }) => query.get("status"))).not.toContain("s-done");
  });

  it("take a card by keys with their field, at once, and give it back when refused", async () => {
    const { user } = renderApp("/projects/WEB/board?lanes=assignee", pmt);
    const theirs = await column(/^To do of Grace Hopper, 1 task$/);
    const link = await within(theirs).findByRole("link", { name: /WEB-2/ });
    act(() => link.focus());
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(document.activeElement?.id).toBe("card-WEB-1"));
    await user.keyboard("{ArrowUp}");
    await waitFor(() => expect(document.activeElement?.id).toBe("card-WEB-2"));
    pmt.refuse("POST", /move$/, 409, "neighbour-moved", "WEB-1 is in another column now");
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    expect(await screen.findByText("WEB-2 was not moved")).toBeInTheDocument();
    act(() =>
      within(screen.getByRole("region", { name: /^To do of Grace/ }))
        .getByRole("link")
        .focus(),
    );
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    await cards(/^To do of Nobody, 2 tasks$/, ["WEB-2", "WEB-1"]);
    await waitFor(() =>
      expect(moves().at(-1)).toEqual([
        "/api/v1/tasks/WEB-2/move",
        { statusId: "s-todo", assigneeId: null, beforeKey: "WEB-1" },
      ]),
    );
  });

  it("can be epics, empty columns included", async () => {
    const { user } = renderApp("/projects/WEB/board?lanes=epic", pmt);
    const cell = await column(/^In progress of Go live, 1 task$/);
    const link = await within(cell).findByRole("link", { name: /WEB-3/ });
    act(() => link.focus());
    await user.keyboard("]");
    await cards(/^Done of Go live, 1 task$/, ["WEB-3"]);
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    await cards(/^Done of No epic, 1 task$/, ["WEB-3"]);
    await waitFor(() => expect(pmt.tasks.at(-1)).toMatchObject({ key: "WEB-3", parent: null }));
  });

  it("say when they could not be loaded", async () => {
    pmt.refuse("GET", /lanes$/, 500, "internal", "the disk is full");
    const { user } = renderApp("/projects/WEB/board?lanes=priority", pmt);
    expect(await screen.findByText("The lanes could not be loaded")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await column(/^To do of Highest, 1 task$/)).toBeInTheDocument();
  });
});

describe("moving cards by keys", () => {
  it("takes the card to the next column at once and keeps the focus on it", async () => {
    const { user } = renderApp("/projects/WEB/board", pmt);
    await column(/To do, 2 tasks/);
    await user.keyboard("j");
    await waitFor(() => expect(document.activeElement?.id).toBe("card-WEB-1"));
    await user.keyboard("]");
    expect(titles(await column(/In progress, 2 tasks/))).toEqual(["WEB-1", "WEB-3"]);
    await waitFor(() => expect(document.activeElement?.id).toBe("card-WEB-1"));
    expect(moves()).toEqual([["/api/v1/tasks/WEB-1/move", { statusId: "s-doing", beforeKey: "WEB-3" }]]);
  });

  it("walks and carries within a column", async () => {
    const { user } = renderApp("/projects/WEB/board", pmt);
    const todo = await column(/To do, 2 tasks/);
    act(() => within(todo).getByRole("link", { name: /WEB-1/ }).focus());
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(document.activeElement?.id).toBe("card-WEB-2"));
    await user.keyboard("{Shift>}{ArrowUp}{/Shift}");
    await waitFor(() => expect(titles(todo)).toEqual(["WEB-2", "WEB-1"]));
    await waitFor(() => expect(moves()).toHaveLength(1));
    await user.keyboard("{ArrowRight}");
    await waitFor(() => expect(document.activeElement?.id).toBe("card-WEB-3"));
  });

  it("puts a refused card back and tells why", async () => {
    const { user } = renderApp("/projects/WEB/board", pmt);
    const todo = await column(/To do, 2 tasks/);
    pmt.refuse("POST", /move$/, 409, "neighbour-moved", "WEB-3 is in another column now");
    act(() => within(todo).getByRole("link", { name: /WEB-1/ }).focus());
    await user.keyboard("]");
    expect(await screen.findByText("WEB-1 was not moved")).toBeInTheDocument();
    expect(screen.getByText("WEB-3 is in another column now")).toBeInTheDocument();
    expect(titles(await column(/To do, 2 tasks/))).toEqual(["WEB-1", "WEB-2"]);
  });

  it("moves by the card's menu too", async () => {
    const { user } = renderApp("/projects/WEB/board", pmt);
    const todo = await column(/To do, 2 tasks/);
    act(() => within(todo).getByRole("link", { name: /WEB-2/ }).focus());
    await user.keyboard("m");
    await user.click(await screen.findByRole("menuitemradio", { name: "Done" }));
    expect(titles(await column(/Done, 1 task$/))).toEqual(["WEB-2"]);
    await user.click(within(await column(/To do/)).getByRole("button", { name: "Move WEB-1" }));
    await user.click(await screen.findByRole("menuitem", { name: "To the end of the column" }));
    await waitFor(() => expect(moves().at(-1)).toEqual(["/api/v1/tasks/WEB-1/move", { statusId: "s-todo" }]));
  });

  it("goes where the workflow leads, and says where it does not", async () => {
    pmt.workflows.next.set("WEB s-todo", ["s-done"]).set("WEB s-done", []);
    const { user } = renderApp("/projects/WEB/board", pmt);
    const todo = await column(/To do, 2 tasks/);
    await user.click(within(todo).getByRole("button", { name: "Move WEB-2" }));
    const shut = await screen.findByRole("menuitemradio", { name: "In progress not from To do" });
    expect(shut).toBeDisabled();
    await user.keyboard("{Escape}");
    act(() => within(todo).getByRole("link", { name: /WEB-1/ }).focus());
    await user.keyboard("]");
    expect(titles(await column(/Done, 1 task$/))).toEqual(["WEB-1"]);
    await waitFor(() => expect(document.activeElement?.id).toBe("card-WEB-1"));
    await user.keyboard("[[");
    expect(await screen.findByText("WEB-1 stays in Done")).toBeInTheDocument();
    expect(titles(await column(/Done, 1 task$/))).toEqual(["WEB-1"]);
    expect(document.activeElement?.id).toBe("card-WEB-1");
    expect(moves()).toEqual([["/api/v1/tasks/WEB-1/move", { statusId: "s-done" }]]);
  });

  it("lets viewers look only", async () => {
    pmt.projects = [];
    pmt.addProject("WEB", "Website", "viewer");
    renderApp("/projects/WEB/board", pmt);
    await column(/To do, 2 tasks/);
    expect(screen.queryByRole("button", { name: /^Move/ })).toBeNull();
    expect(screen.queryByRole("button", { name: /New task in/ })).toBeNull();
  });
});

describe("a card", () => {
  it("opens beside the board and closes again", async () => {
    const { user, router } = renderApp("/projects/WEB/board", pmt);
    await user.click(within(await column(/To do, 2 tasks/)).getByRole("link", { name: /WEB-1/ }));
    expect(await screen.findByRole("region", { name: "Task WEB-1" })).toBeInTheDocument();
    expect(router.state.location.search).toMatchObject({ task: "WEB-1" });
    expect(await screen.findByDisplayValue("Fix the login page")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Close the task" }));
    await waitFor(() => expect(screen.queryByRole("region", { name: "Task WEB-1" })).toBeNull());
  });
});

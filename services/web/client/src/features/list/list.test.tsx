import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakePmt, grace } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  pmt.addTask("WEB-1", "Fix the login page", { type: "bug", labels: ["ui", "auth", "slow"], points: 3 });
  pmt.addTask("WEB-2", "Write the docs", { assigneeId: grace.id, updatedAt: "2026-11-21T09:00:00Z" });
  pmt.addTask("WEB-3", "Ship it", { statusId: "s-doing", labels: ["ui"] });
});

const grid = () => screen.findByRole("grid", { name: "Tasks" });
const keys = () => screen.queryAllByRole("link", { name: /./ }).flatMap((link) => link.dataset["task"] ?? []);
const row = (name: RegExp) => screen.findByRole("row", { name });
const patches = () => pmt.log.filter(({ method }) => method === "PATCH");
const link = () => document.activeElement?.id;

describe("the list", () => {
  it("shows tasks in the board's order with the usual columns", async () => {
    renderApp("/projects/WEB/list", pmt);
    await row(/WEB-1/);
    expect(keys()).toEqual(["WEB-1", "WEB-2", "WEB-3"]);
    const names = within(await grid())
      .getAllByRole("columnheader")
      .map((head) => head.textContent);
    expect(names).toEqual([
      "Selected",
      "Key",
      "Title",
      "Status",
      "Priority",
      "Assignee",
      "Labels",
      "Points",
      "Due",
      "Changed",
    ]);
    expect(await row(/WEB-1/)).toHaveAttribute("aria-rowindex", "2");
    expect(await row(/WEB-1/)).toHaveTextContent("uiauth+1");
  });

  it("keeps order, columns and archived tasks in the address", async () => {
    pmt.addTask("WEB-4", "Long gone", { archived: true });
    const { user, router } = renderApp("/projects/WEB/list", pmt);
    await row(/WEB-1/);
    Object.assign(pmt.tasks[2] ?? {}, { dueDate: "2026-11-30" });
    await user.click(screen.getByRole("button", { name: "Due" }));
    await waitFor(() => expect(keys()[0]).toBe("WEB-3"));
    await user.click(screen.getByRole("button", { name: "Changed" }));
    await waitFor(() => expect(keys()).toEqual(["WEB-2", "WEB-1", "WEB-3"]));
    await user.click(screen.getByRole("button", { name: "Display" }));
    await user.click(screen.getByRole("menuitemcheckbox", { name: "Labels" }));
    await user.click(screen.getByRole("menuitemcheckbox", { name: "Type" }));
    await user.click(screen.getByRole("menuitemradio", { name: "Order of the board" }));
    await user.click(screen.getByRole("menuitemcheckbox", { name: "Archived tasks" }));
    await waitFor(() => expect(keys()).toEqual(["WEB-4"]));
    expect(router.state.location.search).toEqual({
      archived: "true",
      columns: "type,status,priority,assignee,points,due,updated",
    });
    expect(screen.queryByRole("columnheader", { name: "Labels" })).toBeNull();
    expect(screen.queryByRole("button", { name: /Status of WEB-4/ })).toBeNull();
  });

  it("filters by everything that the address says, and goes to the board with it", async () => {
    const { user, router } = renderApp("/projects/WEB/list?label=ui&status=s-todo", pmt);
    await waitFor(() => expect(keys()).toEqual(["WEB-1"]));
    await user.click(screen.getByRole("button", { name: "Status filter" }));
    await user.click(screen.getByRole("option", { name: "In progress" }));
    await waitFor(() => expect(keys()).toEqual(["WEB-1", "WEB-3"]));
    expect(screen.getByRole("option", { name: "To do", selected: true })).toBeInTheDocument();
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: "Label filter" }));
    await user.keyboard("nowhere{Enter}");
    expect(await screen.findByText("Nothing matches")).toBeInTheDocument();
    expect(router.state.location.search).toMatchObject({ label: "ui,nowhere", status: "s-todo,s-doing" });
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: "Clear" }));
    await waitFor(() => expect(keys()).toEqual(["WEB-1", "WEB-2", "WEB-3"]));
    await act(() =>
      router.navigate({ to: "/projects/$key/list", params: { key: "WEB" }, search: { q: "ship" } }),
    );
    await waitFor(() => expect(keys()).toEqual(["WEB-3"]));
    await user.click(
      within(screen.getByRole("navigation", { name: "View" })).getByRole("link", { name: "Board" }),
    );
    await waitFor(() => expect(router.state.location.href).toBe("/projects/WEB/board?q=ship"));
  });

  it("reads long lists window by window, and draws what is in sight", async () => {
    for (let number = 10; number < 400; number++) pmt.addTask(`WEB-${number}`, `Task ${number}`);
    renderApp("/projects/WEB/list", pmt);
    await row(/WEB-1 /);
    await waitFor(async () => expect(await grid()).toHaveAttribute("aria-rowcount", "394"));
    expect(keys().length).toBeLessThan(60);
    const scroller = document.querySelector(".list-scroll") ?? document.body;
    Object.defineProperty(scroller, "scrollTop", { configurable: true, value: 600 * 90 });
    fireEvent.scroll(scroller);
    const cursors = () =>
      pmt.log.filter(({ path }) => path.endsWith("/tasks")).map(({ query }) => query.get("cursor"));
    await waitFor(() => expect(cursors()).toContain("100"));
  });

  it("reads again when the project has changed", async () => {
    const { client } = renderApp("/projects/WEB/list", pmt);
    await row(/WEB-1/);
    pmt.addTask("WEB-9", "From somebody else");
    await act(() => client.invalidateQueries({ queryKey: ["pulse", "WEB"] }));
    await waitFor(() => expect(keys()).toContain("WEB-9"));
  });

  it("says what is wrong, and how to begin", async () => {
    pmt.tasks = [];
    const { router, user } = renderApp("/projects/WEB/list", pmt);
    expect(await screen.findByText("No tasks yet")).toBeInTheDocument();
    pmt.addProject("OPS", "Operations");
    pmt.refuse("GET", /OPS\/tasks$/, 500, "internal", "the disk is full");
    await act(() => router.navigate({ to: "/projects/$key/list", params: { key: "OPS" }, search: {} }));
    expect(await screen.findByText("the disk is full")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("No tasks yet")).toBeInTheDocument();
    await act(() => router.navigate({ to: "/projects/$key/list", params: { key: "NOPE" }, search: {} }));
    expect(await screen.findByText("There is no project NOPE for you")).toBeInTheDocument();
  });
});

describe("changing in place", () => {
  it("shows the new value at once and saves it with the version", async () => {
    const { user } = renderApp("/projects/WEB/list", pmt);
    await user.click(await screen.findByRole("button", { name: "Status of WEB-1: To do" }));
    await user.click(screen.getByRole("option", { name: "Done" }));
    expect(await screen.findByRole("button", { name: "Status of WEB-1: Done" })).toBeInTheDocument();
    await waitFor(() => expect(pmt.tasks[0]).toMatchObject({ statusId: "s-done", version: 2 }));
    expect(patches()[0]?.headers.get("If-Match")).toBe('"1"');
  });

  it("puts a refused value back and tells why", async () => {
    const { user } = renderApp("/projects/WEB/list", pmt);
    await user.click(await screen.findByRole("button", { name: "Priority of WEB-1: Medium" }));
    pmt.refuse("PATCH", /WEB-1$/, 403, "forbidden", "viewers may not change tasks");
    await user.click(screen.getByRole("option", { name: /Highest$/ }));
    expect(await screen.findByText("WEB-1 was not changed")).toBeInTheDocument();
    expect(screen.getByText("viewers may not change tasks")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Priority of WEB-1: Medium" })).toBeInTheDocument();
  });

  it("keeps what others changed in other fields, and yields where they changed the same", async () => {
    const { user } = renderApp("/projects/WEB/list", pmt);
    await row(/WEB-1/);
    Object.assign(pmt.tasks[0] ?? {}, { title: "Repair the login page", version: 7 });
    await user.click(screen.getByRole("button", { name: "Priority of WEB-1: Medium" }));
    await user.click(screen.getByRole("option", { name: /Low$/ }));
    expect(await screen.findByText("Repair the login page")).toBeInTheDocument();
    expect(pmt.tasks[0]).toMatchObject({ priority: "low", version: 8 });
    Object.assign(pmt.tasks[0] ?? {}, { priority: "lowest", version: 9 });
    await user.click(screen.getByRole("button", { name: "Priority of WEB-1: Low" }));
    await user.click(screen.getByRole("option", { name: /Highest$/ }));
    expect(await screen.findByText("Somebody else changed the same field meanwhile.")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Priority of WEB-1: Lowest" })).toBeInTheDocument();
  });

  it("is not offered to viewers", async () => {
    pmt.projects = [];
    pmt.addProject("WEB", "Website", "viewer");
    renderApp("/projects/WEB/list", pmt);
    expect(await row(/WEB-1/)).toHaveTextContent("To do");
    expect(screen.queryByRole("button", { name: /Status of/ })).toBeNull();
    expect(screen.queryByRole("checkbox")).toBeNull();
  });
});

describe("the keyboard in the list", () => {
  it("walks rows and values, and opens the task beside them", async () => {
    const { user, router } = renderApp("/projects/WEB/list", pmt);
    await row(/WEB-1/);
    await user.keyboard("j");
    await waitFor(() => expect(link()).toBe("card-WEB-1"));
    await user.keyboard("j");
    await waitFor(() => expect(link()).toBe("card-WEB-2"));
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement).toHaveAccessibleName(/Status of WEB-2/);
    await user.keyboard("{ArrowLeft}k{End}");
    await waitFor(() => expect(link()).toBe("card-WEB-3"));
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("region", { name: "Task WEB-3" })).toBeInTheDocument();
    expect(router.state.location.search).toMatchObject({ task: "WEB-3" });
  });

  it("asks by a query, completes it, and says where it is wrong", async () => {
    const { user, router } = renderApp("/projects/WEB/list", pmt);
    await row(/WEB-1/);
    await user.keyboard("/");
    const field = screen.getByRole("combobox", { name: "Query" });
    expect(field).toHaveFocus();
    await user.keyboard("t");
    expect(await screen.findByRole("option", { name: /type/ })).toBeInTheDocument();
    await user.keyboard("{ArrowDown}{Enter}");
    expect(field).toHaveValue("type ");
    expect(await screen.findByRole("option", { name: /!=/ })).toBeInTheDocument();
    await user.keyboard("= bug AND text ~ login{Enter}");
    await waitFor(() => expect(keys()).toEqual(["WEB-1"]));
    expect(router.state.location.search).toEqual({ query: "type = bug AND text ~ login" });
    expect((await row(/WEB-1/)).querySelector("mark")).toHaveTextContent("login");
    expect(screen.getByRole("button", { name: "Type filter" })).toHaveTextContent("Bug");

    await user.click(screen.getByRole("button", { name: "Type filter" }));
    await user.click(screen.getByRole("option", { name: /Bug/ }));
    await waitFor(() => expect(router.state.location.search).toEqual({ query: "text ~ login" }));

    await user.clear(field);
    await user.type(field, "staus = done{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("perhaps status");
    expect(field).toBeInvalid();
    expect(document.querySelector(".query-marks mark")).toHaveTextContent("staus");
    await user.click(screen.getByRole("button", { name: "Clear the query" }));
    await waitFor(() => expect(keys()).toEqual(["WEB-1", "WEB-2", "WEB-3"]));
  });

  it("takes the filters along into a query", async () => {
    const { user, router } = renderApp("/projects/WEB/list?label=ui&status=s-doing", pmt);
    await row(/WEB-3/);
    await user.type(screen.getByRole("combobox", { name: "Query" }), "points IS EMPTY{Enter}");
    await waitFor(() =>
      expect(router.state.location.search).toEqual({
        query: 'points IS EMPTY AND status = "In progress" AND labels = ui',
      }),
    );
  });

  it("selects with X, and changes all selected at once", async () => {
    const { user } = renderApp("/projects/WEB/list", pmt);
    await row(/WEB-1/);
    await user.keyboard("j");
    await waitFor(() => expect(link()).toBe("card-WEB-1"));
    await user.keyboard("x{End}");
    await waitFor(() => expect(link()).toBe("card-WEB-3"));
    await user.keyboard("{Shift>}X{/Shift}");
    const bar = await screen.findByRole("region", { name: "Selected tasks" });
    expect(bar).toHaveTextContent("3 selected");
    await user.click(within(bar).getByRole("button", { name: "Priority of the selected" }));
    await user.click(screen.getByRole("option", { name: /High$/ }));
    await waitFor(() => expect(pmt.tasks.map(({ priority }) => priority)).toEqual(["high", "high", "high"]));
    await user.click(within(bar).getByRole("button", { name: "Select nothing" }));
    expect(screen.queryByRole("region", { name: "Selected tasks" })).toBeNull();
    await user.click(screen.getByRole("checkbox", { name: "Select WEB-2" }));
    expect(await screen.findByText("1 selected")).toBeInTheDocument();
  });
});

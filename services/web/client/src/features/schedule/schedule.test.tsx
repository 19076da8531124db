import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { formatPartOfDay } from "~/shared/lib/format";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  const parent = { id: "t-WEB-9", key: "WEB-9", title: "Release", type: "epic" } as const;
  pmt.addTask("WEB-1", "Fix the login page", { dueDate: "2026-11-12" });
  pmt.addTask("WEB-2", "Write the docs", { startDate: "2026-11-10", dueDate: "2026-11-13", parent });
  pmt.addTask("WEB-3", "Ship it", { labels: ["ui"] });
  pmt.addTask("WEB-4", "Next year", { dueDate: "2027-11-13" });
  pmt.addTask("WEB-5", "Fix the logo", { dueDate: "2026-11-30", type: "bug" });
});

const seen = (id: string) =>
  waitFor(() => {
    const element = document.getElementById(id);
    if (!element) throw new Error(`there is no ${id}`);
    return element;
  });
const task = (key: string) => seen(`card-${key}`);
const day = (name: string) => seen(`day-${name}`);
const focus = (element: HTMLElement) => act(() => element.focus());
/** Presses a key where the focus is; a busy machine must not take this for a rest. */
const press = (key: string, held: { shiftKey?: boolean; altKey?: boolean } = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...held });
const patches = () => pmt.log.filter(({ method }) => method === "PATCH").map(({ body }) => JSON.parse(body));

describe("the calendar", () => {
  it("shows the query's tasks on their days, those without one aside, and goes to the list with all of it", async () => {
    pmt.sprints.add("WEB", {
      name: "Sprint 7",
      startsOn: "2026-11-10",
      endsOn: "2026-11-12",
      state: "active",
    });
    const { user, router } = renderApp(
      "/projects/WEB/calendar?on=2026-11-12&query=type+%3D+task&columns=status&sort=due",
      pmt,
    );
    expect(await task("WEB-1")).toHaveAccessibleName(/^WEB-1 Fix the login page, due .*12/);
    expect(await day("2026-11-12")).toContainElement(await task("WEB-1"));
    expect(await day("2026-11-12")).toHaveAccessibleName(
      `${formatPartOfDay("2026-11-12", "whole")}, 2 tasks`,
    );
    expect(await day("2026-11-10")).toContainElement(await task("WEB-2"));
    expect(document.querySelector("[data-task=WEB-4], [data-task=WEB-5]")).toBeNull();
    expect(await screen.findByText("Sprint 7")).toBeInTheDocument();
    const aside = screen.getByRole("complementary", { name: "Tasks without a date" });
    expect(within(aside).getByText("Ship it")).toBeInTheDocument();
    await user.click(within(screen.getByRole("navigation", { name: "View" })).getByText("List"));
    await waitFor(() => expect(router.state.location.pathname).toBe("/projects/WEB/list"));
    expect(router.state.location.search).toEqual({ query: "type = task", columns: "status", sort: "due" });
  });

  it("walks over days by arrows, and shows all of one", async () => {
    const { user, router } = renderApp("/projects/WEB/calendar?on=2026-11-12", pmt);
    await task("WEB-1");
    focus(await day("2026-11-12"));
    for (const key of ["ArrowRight", "ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown"]) press(key);
    expect(await day("2026-11-13")).toHaveFocus();
    press("Enter");
    const dialog = await screen.findByRole("dialog");
    expect(dialog).toHaveAccessibleName(formatPartOfDay("2026-11-13", "whole"));
    expect(within(dialog).getByText("Write the docs")).toBeInTheDocument();
    await user.click(within(dialog).getByText("Write the docs"));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ task: "WEB-2" }));
    focus(await day("2026-11-13"));
    press("PageDown");
    await waitFor(() => expect(router.state.location.search).toMatchObject({ on: "2026-12-01" }));
    await waitFor(async () => expect(await day("2026-12-01")).toHaveFocus());
  });

  it("moves a task by keys at once, as one change when they rest, and puts it back when that is refused", async () => {
    renderApp("/projects/WEB/calendar?on=2026-11-12", pmt);
    focus(await task("WEB-2"));
    press("ArrowRight", { shiftKey: true });
    press("ArrowDown", { shiftKey: true });
    expect(document.querySelector("#day-2026-11-18 #card-WEB-2")).toHaveFocus();
    press("ArrowLeft", { shiftKey: true, altKey: true });
    await waitFor(() => expect(patches()).toEqual([{ startDate: "2026-11-18", dueDate: "2026-11-20" }]));
    expect(await screen.findByText("WEB-2 is changed")).toBeInTheDocument();
    pmt.refuse("PATCH", /WEB-1$/, 403, "role-too-low", "You may only look.");
    focus(await task("WEB-1"));
    press("ArrowLeft", { shiftKey: true });
    expect(document.querySelector("#day-2026-11-11 #card-WEB-1")).toHaveFocus();
    expect(await screen.findByText("WEB-1 was not changed")).toBeInTheDocument();
    expect(await day("2026-11-12")).toContainElement(await task("WEB-1"));
  });

  it("says where a query goes wrong, as the person wrote it", async () => {
    renderApp("/projects/WEB/calendar?query=staus+%3D+x", pmt);
    expect(await screen.findByText("The query cannot be read.", { exact: false })).toBeInTheDocument();
    expect(document.querySelector(".query-marks mark")).toHaveTextContent("staus");
  });
});

describe("the timeline", () => {
  it("shows bars by epic, and tells by an arrow and in words what waits for what", async () => {
    pmt.relations.add("WEB-1", "blocks", "WEB-2");
    const { user } = renderApp("/projects/WEB/timeline?on=2026-11-12", pmt);
    const bar = await seen("bar-WEB-2");
    expect(bar).toHaveStyle({ width: "48px" });
    const arrow = () => document.querySelector('[data-arrow="WEB-1 WEB-2"]');
    await waitFor(() => expect(arrow()).toHaveAttribute("data-late", "true"));
    expect(await task("WEB-2")).toHaveAccessibleDescription(
      /, blocked by WEB-1, which ends later than this begins$/,
    );
    await user.click(await task("group-WEB-9"));
    expect(document.getElementById("card-WEB-2")).toBeNull();
    await waitFor(() => expect(arrow()).toBeNull());
    await user.click(await task("group-undated"));
    expect(await task("WEB-3")).toBeInTheDocument();
  });

  it("moves a task by keys, and a bar's end by the pointer", async () => {
    renderApp("/projects/WEB/timeline?on=2026-11-12", pmt);
    focus(await task("WEB-2"));
    press("ArrowRight", { shiftKey: true });
    press("ArrowRight", { shiftKey: true });
    await waitFor(() => expect(patches()).toEqual([{ startDate: "2026-11-12", dueDate: "2026-11-15" }]));
    const bar = await seen("bar-WEB-2");
    bar.setPointerCapture = () => {};
    const point = (on: Element, type: string, clientX: number) =>
      fireEvent(on, new MouseEvent(`pointer${type}`, { bubbles: true, button: 0, clientX }));
    point(bar.querySelector('[data-part="end"]') ?? bar, "down", 100);
    point(bar, "move", 100 + 3 * 12);
    point(bar, "up", 136);
    await waitFor(() => expect(patches()[1]).toEqual({ dueDate: "2026-11-18" }));
  });

  it("teaches how tasks come to be there", async () => {
    pmt.tasks = [];
    renderApp("/projects/WEB/timeline", pmt);
    expect(await screen.findByText("No task here has dates yet")).toBeInTheDocument();
  });
});

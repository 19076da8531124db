import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  pmt.addTask("WEB-1", "Fix the login page");
});

async function open(address = "/browse/WEB-1") {
  const view = renderApp(address, pmt);
  return { ...view, activity: await screen.findByRole("region", { name: "Activity" }) };
}

const lines = (activity: HTMLElement) => within(activity).getAllByRole("listitem");
const latest = (activity: HTMLElement) => lines(activity).at(-1);
const readings = () => pmt.log.filter(({ path }) => path.endsWith("/activity")).length;
const retitle = (from: string, to: string) =>
  pmt.activity.record("WEB-1", "changed", [{ field: "title", from, to }]);

describe("a task's activity", () => {
  it("says who did what and when, latest last", async () => {
    pmt.activity.record("WEB-1", "assigned", [{ field: "assigneeId", from: null, to: "u-grace" }]);
    pmt.activity.record("WEB-1", "transitioned", [{ field: "statusId", from: "s-todo", to: "s-done" }], null);
    const { activity } = await open();
    await waitFor(() =>
      expect(lines(activity).map((line) => line.querySelector("p")?.textContent)).toEqual([
        "Ada Lovelace created this task just now",
        "Ada Lovelace assigned this to Grace Hopper just now",
        "PMT moved this from To do to Done just now",
      ]),
    );
    const [time] = within(activity).getAllByText("just now");
    expect(time).toHaveAttribute("datetime", expect.stringMatching(/^\d{4}-.*Z$/));
    expect(time).toHaveAttribute("title", expect.stringMatching(/\d/));
  });

  it("undoes what a line tells of, where that is still kept", async () => {
    pmt.taskDoors.change(pmt.tasks[0] ?? pmt.addTask("WEB-9", "x"), { priority: "high" });
    const { activity, user } = await open();
    await waitFor(() =>
      expect(latest(activity)).toHaveTextContent("changed the priority from Medium to High"),
    );
    expect(within(activity).getAllByRole("button", { name: "Undo this change" })).toHaveLength(1);
    await user.click(within(activity).getByRole("button", { name: "Undo this change" }));
    expect(await screen.findByRole("button", { name: "Priority: Medium" })).toBeInTheDocument();
    expect(screen.getByText("WEB-1: undone")).toBeInTheDocument();
  });

  it("has a word for people and statuses that nobody knows", async () => {
    const change = { field: "statusId", from: "s-todo", to: "s-gone" } as const;
    pmt.activity.record("WEB-1", "transitioned", [change], "u-gone");
    const { activity } = await open();
    await waitFor(() =>
      expect(latest(activity)).toHaveTextContent(
        "Someone unknown moved this from To do to an unknown status",
      ),
    );
  });

  it("shows text as text, and long text shortened", async () => {
    const markup = '<img src="x" onerror="alert(1)"> **bold**';
    retitle(markup, "long ".repeat(30));
    const { activity } = await open();
    expect(await within(activity).findByText(markup)).toBeInTheDocument();
    expect(activity.querySelector("img, strong")).toBeNull();
    const long = within(activity).getByText(/^long long .*…$/);
    expect(long.textContent?.length).toBeLessThan(70);
    expect(long).toHaveAttribute("title", "long ".repeat(30));
  });

  it("says when there is nothing", async () => {
    pmt.activity.forget("WEB-1");
    const { activity } = await open();
    expect(await within(activity).findByText("Nothing yet.")).toBeInTheDocument();
  });

  it("shows earlier pages when asked, by the keyboard too, and keeps the focus in the list", async () => {
    for (let i = 1; i <= 50; i++) retitle(`v${i}`, `v${i + 1}`);
    const { activity, user } = await open();
    const button = await within(activity).findByRole("button", { name: "Show earlier" });
    expect(lines(activity)).toHaveLength(20);
    button.focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(lines(activity)).toHaveLength(40));
    expect(button).toHaveFocus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(lines(activity)).toHaveLength(51));
    expect(lines(activity)[0]).toHaveTextContent("created this task");
    expect(within(activity).queryByRole("button", { name: "Show earlier" })).toBeNull();
    await waitFor(() => expect(lines(activity)[10]).toHaveFocus());
  });

  it("tells why it could not be loaded, and loads when tried again", async () => {
    pmt.refuse("GET", /activity$/, 500, "broken", "the history is being rebuilt");
    pmt.refuse("GET", /activity$/, 500, "broken", "the history is still being rebuilt");
    const { activity, user } = await open();
    expect(await within(activity).findByRole("alert")).toHaveTextContent(/is being rebuilt|still/);
    expect(screen.getByLabelText("Title")).toHaveValue("Fix the login page");
    pmt.refusals = [];
    await user.click(within(activity).getByRole("button", { name: "Try again" }));
    expect(await within(activity).findByText(/created this task/)).toBeInTheDocument();
    expect(within(activity).queryByRole("alert")).toBeNull();
  });

  it("keeps what it has when an earlier page cannot be loaded", async () => {
    for (let i = 1; i <= 20; i++) retitle(`v${i}`, `v${i + 1}`);
    const { activity, user } = await open();
    const button = await within(activity).findByRole("button", { name: "Show earlier" });
    await waitFor(() => expect(readings()).toBe(2));
    pmt.refuse("GET", /activity$/, 500, "broken", "the history is being rebuilt");
    await user.click(button);
    expect(await within(activity).findByRole("alert")).toHaveTextContent(
      "What was earlier could not be loaded. the history is being rebuilt",
    );
    expect(lines(activity)).toHaveLength(20);
    await user.click(button);
    await waitFor(() => expect(lines(activity)).toHaveLength(21));
    expect(within(activity).queryByRole("alert")).toBeNull();
  });
});

describe("after a change", () => {
  it("the activity tells it, also when the history is written a moment later", async () => {
    const { activity, user } = await open();
    await within(activity).findByText(/created this task/);
    pmt.activity.lag = 1;
    await user.type(screen.getByLabelText("Title"), " now{Enter}");
    await waitFor(() =>
      expect(latest(activity)).toHaveTextContent(
        "Ada Lovelace changed the title from “Fix the login page” to “Fix the login page now”",
      ),
    );
  });

  it("of its place on the board, the open panel tells it", async () => {
    const { activity, user } = await open("/projects/WEB/board?task=WEB-1");
    await within(activity).findByText(/created this task/);
    await user.click(await screen.findByRole("button", { name: "Move WEB-1" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "Done" }));
    await waitFor(() =>
      expect(latest(activity)).toHaveTextContent("Ada Lovelace moved this from To do to Done"),
    );
  });

  it("of others the activity tells it when the task is read again", async () => {
    const { activity, client } = await open();
    await within(activity).findByText(/created this task/);
    await waitFor(() => expect(readings()).toBe(2));
    retitle("Fix", "Mend");
    await client.refetchQueries({ queryKey: ["task", "WEB-1"] });
    await waitFor(() => expect(latest(activity)).toHaveTextContent("from “Fix” to “Mend”"));
  });

  it("to archive it and to bring it back, both are told", async () => {
    const { activity, user } = await open();
    await user.click(screen.getByRole("button", { name: "More" }));
    await user.click(screen.getByRole("menuitem", { name: "Archive" }));
    await waitFor(() => expect(latest(activity)).toHaveTextContent("archived this task"));
    await user.click(screen.getByRole("button", { name: "Bring it back" }));
    await waitFor(() => expect(latest(activity)).toHaveTextContent("brought this task back"));
  });
});

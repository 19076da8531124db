import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  pmt.addTask("WEB-1", "Fix the login page", {
    description: "It is **broken**.\r\nReally.",
    sourceKey: "OLD-7",
  });
});

const task = () => pmt.tasks[0];
const patches = () => pmt.log.filter(({ method }) => method === "PATCH");

/** Somebody else changes the task behind the page's back. */
function elsewhere(change: object) {
  Object.assign(task() ?? {}, change, { version: (task()?.version ?? 0) + 1 });
}

async function open() {
  const view = renderApp("/browse/WEB-1", pmt);
  await screen.findByDisplayValue("Fix the login page");
  return view;
}

describe("a task", () => {
  it("is shown with its text, fields and history", async () => {
    await open();
    expect(screen.getByText("broken").tagName).toBe("STRONG");
    expect(await screen.findByRole("button", { name: "Status: To do" })).toBeInTheDocument();
    expect(screen.getByText(/Created by Ada Lovelace .* Imported as OLD-7\./)).toBeInTheDocument();
  });

  it("says when it is not there", async () => {
    renderApp("/browse/WEB-99", pmt);
    expect(await screen.findByText("There is no task WEB-99 for you")).toBeInTheDocument();
  });

  it("saves its title on Enter with the version it was read at", async () => {
    const { user } = await open();
    const title = screen.getByLabelText("Title");
    await user.clear(title);
    await user.type(title, "Fix the sign-in page{Enter}");
    await waitFor(() => expect(task()?.title).toBe("Fix the sign-in page"));
    expect(patches()[0]?.headers.get("If-Match")).toBe('"1"');
    expect(JSON.parse(patches()[0]?.body ?? "")).toEqual({ title: "Fix the sign-in page" });
  });

  it("takes a title back on Escape", async () => {
    const { user } = await open();
    await user.type(screen.getByLabelText("Title"), " oops{Escape}");
    expect(screen.getByLabelText("Title")).toHaveValue("Fix the login page");
    expect(patches()).toEqual([]);
  });

  it("offers a task to nobody who is shut out, and shows who has it still", async () => {
    Object.assign(pmt.users[1] ?? {}, { active: false });
    pmt.members["WEB"]?.push({ userId: "u-grace", role: "member", since: "2026-11-20T09:00:00Z" });
    elsewhere({ assigneeId: "u-grace" });
    const { user } = await open();
    const assignee = await screen.findByRole("button", { name: /^Assignee/ });
    await waitFor(() => expect(assignee).toHaveTextContent("Grace Hopper"));
    await user.click(assignee);
    expect(await screen.findByRole("option", { name: /Ada Lovelace/ })).toBeInTheDocument();
    expect(screen.queryByRole("option", { name: /Grace Hopper/ })).toBeNull();
  });

  it("saves picked fields, points and labels", async () => {
    const { user } = await open();
    await user.click(await screen.findByRole("button", { name: "Status: To do" }));
    await user.click(screen.getByRole("option", { name: /Done/ }));
    await user.click(screen.getByRole("button", { name: "Priority: Medium" }));
    await user.keyboard("{ArrowUp}{Enter}");
    await user.click(screen.getByRole("button", { name: /^Assignee/ }));
    await user.keyboard("lovelace{Enter}");
    await user.click(screen.getByRole("button", { name: "Type: Task" }));
    await user.click(screen.getByRole("option", { name: /Story/ }));
    await user.type(screen.getByLabelText("Points"), "5{Enter}");
    await user.type(screen.getByLabelText("Add a label"), "ui{Enter}");
    await user.type(screen.getByLabelText("Start date"), "2026-11-22{Enter}");
    await user.type(screen.getByLabelText("Due date"), "2026-11-30{Enter}");
    const wanted = {
      statusId: "s-done",
      priority: "high",
      assigneeId: "u-ada",
      type: "story",
      points: 5,
      labels: ["ui"],
      startDate: "2026-11-22",
      dueDate: "2026-11-30",
    };
    await waitFor(() => expect(task()).toMatchObject(wanted));
    await user.click(await screen.findByRole("button", { name: "Remove label ui" }));
    await waitFor(() => expect(task()?.labels).toEqual([]));
  });

  it("does not save points that are no number", async () => {
    const { user } = await open();
    await user.type(screen.getByLabelText("Points"), "many{Enter}");
    expect(screen.getByText("Points must be a number from 0 to 9999.")).toBeInTheDocument();
    expect(patches()).toEqual([]);
  });

  it("tells why a change was refused and shows the old value again", async () => {
    const { user } = await open();
    pmt.refuse("PATCH", /WEB-1$/, 403, "forbidden", "only members change tasks");
    await user.click(screen.getByRole("button", { name: "Type: Task" }));
    await user.click(screen.getByRole("option", { name: /Bug/ }));
    expect(await screen.findByText("only members change tasks")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Type: Task" })).toBeInTheDocument();
  });

  it("is archived and brought back", async () => {
    const { user } = await open();
    await user.click(await screen.findByRole("button", { name: "More" }));
    await user.click(screen.getByRole("menuitem", { name: "Archive" }));
    expect(await screen.findByText(/This task is archived/)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Bring it back" }));
    await waitFor(() => expect(task()?.archived).toBe(false));
  });

  it("can only be read by viewers", async () => {
    pmt.projects = [];
    pmt.addProject("WEB", "Website", "viewer");
    renderApp("/browse/WEB-1", pmt);
    expect(await screen.findByRole("heading", { name: "Fix the login page" })).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Edit description" })).toBeNull();
    expect(screen.getByLabelText("Points")).toBeDisabled();
  });
});

describe("the description", () => {
  it("is edited with E, previewed and saved with Ctrl+Enter", async () => {
    const { user } = await open();
    await screen.findByRole("button", { name: "Edit description" });
    await user.keyboard("e");
    const source = await screen.findByLabelText("Description in Markdown");
    await user.clear(source);
    await user.type(source, "# New");
    await user.click(screen.getByRole("button", { name: "Preview" }));
    expect(screen.getByRole("heading", { name: "New" })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Write" }));
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(task()?.description).toBe("# New"));
    await waitFor(() => expect(screen.queryByLabelText("Description in Markdown")).toBeNull());
  });

  it("is not rewritten by opening and saving it: line ends stay as they were", async () => {
    const { user } = await open();
    await user.click(await screen.findByRole("button", { name: "Edit description" }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(patches()).toEqual([]);
    expect(task()?.description).toContain("\r\n");
  });

  it("keeps what was typed when the page is left and come back to", async () => {
    const { user, unmount } = await open();
    await user.click(await screen.findByRole("button", { name: "Edit description" }));
    await user.type(screen.getByLabelText("Description in Markdown"), " More.");
    unmount();
    await open();
    const source = await screen.findByLabelText("Description in Markdown");
    expect(source).toHaveDisplayValue(/More\.$/);
    await user.click(screen.getByRole("button", { name: "Discard" }));
    expect(await screen.findByText("broken")).toBeInTheDocument();
  });
});

describe("changes of others meanwhile", () => {
  it("to other fields are kept", async () => {
    const { user } = await open();
    elsewhere({ priority: "highest" });
    await user.type(screen.getByLabelText("Title"), " now{Enter}");
    await waitFor(() =>
      expect(task()).toMatchObject({ title: "Fix the login page now", priority: "highest" }),
    );
    expect(patches().map(({ headers }) => headers.get("If-Match"))).toEqual(['"1"', '"2"']);
  });

  it("to the same field are told, and the newest can be loaded", async () => {
    const { user } = await open();
    elsewhere({ title: "Theirs" });
    await user.type(screen.getByLabelText("Title"), " mine{Enter}");
    expect(await screen.findByText(/Somebody else changed the title meanwhile/)).toBeInTheDocument();
    expect(screen.getByLabelText("Title")).toHaveValue("Fix the login page mine");
    await user.click(screen.getByRole("button", { name: "Load the newest" }));
    expect(screen.getByLabelText("Title")).toHaveValue("Theirs");
    expect(task()?.title).toBe("Theirs");
  });

  it("to the description can be compared and written over", async () => {
    const { user } = await open();
    await user.click(await screen.findByRole("button", { name: "Edit description" }));
    await user.type(screen.getByLabelText("Description in Markdown"), " Mine.");
    elsewhere({ description: "Theirs, all of it." });
    await user.click(screen.getByRole("button", { name: "Save" }));
    const notice = await screen.findByText(
      /Somebody else changed the description meanwhile\. Yours was not saved/,
    );
    expect(screen.getByText("Theirs, all of it.")).toBeInTheDocument();
    expect(screen.getByLabelText("Description in Markdown")).toHaveDisplayValue(/Mine\.$/);
    await user.click(screen.getByRole("button", { name: "Save mine over it" }));
    await waitFor(() => expect(task()?.description).toMatch(/Mine\.$/));
    await waitFor(() => expect(notice).not.toBeInTheDocument());
    await waitFor(() => expect(screen.queryByLabelText("Description in Markdown")).toBeNull());
  });
});

describe("the panel beside the board", () => {
  it("closes with Escape and offers the page", async () => {
    const { user, router } = renderApp("/projects/WEB/board?task=WEB-1", pmt);
    const panel = await screen.findByRole("region", { name: "Task WEB-1" });
    expect(within(panel).getByRole("link", { name: "Open as a page" })).toHaveAttribute(
      "href",
      "/browse/WEB-1",
    );
    await within(panel).findByDisplayValue("Fix the login page");
    act(() => within(panel).getByRole("button", { name: "Copy the link" }).focus());
    await user.keyboard("{Escape}");
    await waitFor(() => expect(router.state.location.search).not.toHaveProperty("task", "WEB-1"));
  });
});

import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { ada, FakePmt, grace } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  pmt.addTask("WEB-1", "Fix the login page");
});

async function open(address = "/browse/WEB-1", mayWrite = true) {
  const view = renderApp(address, pmt);
  const activity = within(await screen.findByRole("region", { name: "Activity" }));
  await activity.findAllByRole("listitem");
  if (mayWrite) await activity.findByRole("textbox", { name: "Write a comment" });
  return { ...view, activity };
}

type Opened = Awaited<ReturnType<typeof open>>;

const field = ({ activity }: Opened) => activity.getByRole("textbox", { name: "Write a comment" });
const texts = () => (pmt.comments.said["WEB-1"] ?? []).map(({ text }) => text);
const rows = ({ activity }: Opened) => activity.getAllByRole("listitem").map((row) => row.textContent);

async function choose({ activity, user }: Opened, of: string, item: string) {
  await user.click(await activity.findByRole("button", { name: `More for the comment by ${of}` }));
  await user.click(await screen.findByRole("menuitem", { name: item }));
}

describe("comments", () => {
  it("stand among the history in the order of time, and either can be left out and stays so", async () => {
    pmt.comments.say("WEB-1", "It is **broken**", grace.id, "2026-11-20T10:00:00Z");
    pmt.comments.say("WEB-1", "Not any more", ada.id, "2031-11-20T10:00:00Z");
    const opened = await open();
    await waitFor(() => expect(rows(opened)).toHaveLength(3));
    expect(rows(opened)[0]).toContain("Grace Hopper");
    expect(rows(opened)[1]).toContain("created this task");
    expect(rows(opened)[2]).toContain("Not any more");
    expect(opened.activity.getByText("broken").tagName).toBe("STRONG");

    await opened.user.click(opened.activity.getByRole("button", { name: "History" }));
    expect(rows(opened)).toHaveLength(1);
    await opened.user.click(opened.activity.getByRole("button", { name: "Comments" }));
    expect(rows(opened)).toHaveLength(2);
    opened.unmount();
    const { activity } = await open();
    expect(activity.getByRole("button", { name: "Comments", pressed: true })).toBeInTheDocument();
    expect(activity.queryByText(/created this task/)).toBeNull();
  });

  it("link to the tasks that they name, without loading the page anew", async () => {
    pmt.addTask("WEB-2", "The other one");
    pmt.comments.say("WEB-1", "As in WEB-2, not UTF-8", grace.id);
    const { activity, user, router } = await open();
    await user.click(await activity.findByRole("link", { name: "WEB-2" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/browse/WEB-2"));
    expect(activity.queryByRole("link", { name: "UTF-8" })).toBeNull();
  });

  it("are written with M and sent with Ctrl Enter, on screen before the answer", async () => {
    const opened = await open();
    await opened.user.keyboard("m");
    await waitFor(() => expect(field(opened)).toHaveFocus());
    await opened.user.keyboard("Seen on TEAM-1{Control>}{Enter}{/Control}");
    expect(await opened.activity.findByText("Seen on TEAM-1")).toBeInTheDocument();
    await waitFor(() => expect(texts()).toEqual(["Seen on TEAM-1"]));
    expect(field(opened)).toHaveValue("");
    expect(field(opened)).toHaveFocus();
    await waitFor(() => expect(opened.activity.queryByText("Sending…")).toBeNull());
  });

  it("that are refused give their text back, and are the same attempt when they are sent again", async () => {
    const opened = await open();
    pmt.refuse("POST", /comments$/, 503, "writes-moved", "Try again soon");
    await opened.user.type(field(opened), "Keep me");
    await opened.user.click(opened.activity.getByRole("button", { name: "Comment" }));
    expect(await screen.findByText("Try again soon")).toBeInTheDocument();
    expect(field(opened)).toHaveValue("Keep me");
    expect(opened.activity.queryByText("Keep me", { selector: "p" })).toBeNull();
    await opened.user.click(opened.activity.getByRole("button", { name: "Comment" }));
    await waitFor(() => expect(texts()).toEqual(["Keep me"]));
    const keys = pmt.log
      .filter(({ method, path }) => method === "POST" && path.endsWith("/comments"))
      .map(({ headers }) => headers.get("Idempotency-Key"));
    expect(keys).toEqual([expect.stringMatching(/^comment-/), keys[0]]);
  });

  it("begun stay with their task until they are sent", async () => {
    pmt.addTask("WEB-2", "Another one");
    const first = await open();
    await first.user.type(field(first), "Half a th");
    first.unmount();
    const other = await open("/browse/WEB-2");
    expect(field(other)).toHaveValue("");
    other.unmount();
    expect(field(await open())).toHaveValue("Half a th");
  });

  it("are edited in place by who wrote them, and Escape drops nothing that was changed unasked", async () => {
    const own = pmt.comments.say("WEB-1", "Frist", ada.id);
    pmt.comments.say("WEB-1", "Theirs", grace.id);
    const opened = await open();
    const { activity, user } = opened;
    await activity.findByText("Frist");
    await choose(opened, "Ada Lovelace", "Edit");
    const edited = () => activity.getByRole("textbox", { name: "Edit the comment" });
    expect(edited()).toHaveFocus();
    await user.keyboard("{Escape}");
    expect(activity.queryByRole("textbox", { name: "Edit the comment" })).toBeNull();

    await choose(opened, "Ada Lovelace", "Edit");
    await user.clear(edited());
    await user.type(edited(), "First{Escape}");
    const question = await screen.findByRole("dialog", { name: "Drop what you changed?" });
    await user.click(within(question).getByRole("button", { name: "Cancel" }));
    expect(edited()).toHaveValue("First");
    Object.assign(own, { text: "Elsewhere", version: 2 });
    await user.type(edited(), "{Control>}{Enter}{/Control}");
    expect(await screen.findByText("The comment was not saved")).toBeInTheDocument();
    expect(edited()).toHaveValue("First");
    await user.click(activity.getByRole("button", { name: "Save" }));
    expect(await activity.findByText("edited")).toBeInTheDocument();
    expect(texts()).toEqual(["First", "Theirs"]);

    await user.click(activity.getByRole("button", { name: "More for the comment by Grace Hopper" }));
    expect(screen.queryByRole("menuitem", { name: "Edit" })).toBeNull();
    expect(screen.getByRole("menuitem", { name: "Delete…" })).toBeInTheDocument();
  });

  it("are deleted after a question, and the focus stays beside them", async () => {
    pmt.comments.say("WEB-1", "Gone soon", ada.id);
    const opened = await open();
    await opened.activity.findByText("Gone soon");
    await choose(opened, "Ada Lovelace", "Delete…");
    const question = await screen.findByRole("dialog", { name: "Delete this comment?" });
    await opened.user.click(within(question).getByRole("button", { name: "Delete" }));
    await waitFor(() => expect(texts()).toEqual([]));
    await waitFor(() => expect(opened.activity.queryByText("Gone soon")).toBeNull());
    expect(document.activeElement?.textContent).toContain("created this task");
  });

  it("are answered with emoji, which are put back when they are refused", async () => {
    const comment = pmt.comments.say("WEB-1", "Ready?", grace.id);
    pmt.comments.react(comment, "👍", grace.id);
    const { activity, user } = await open();
    const thumbs = await activity.findByRole("button", { name: "Thumbs up 1: Grace Hopper" });
    await user.click(thumbs);
    await waitFor(() => expect(comment.reactions).toEqual([{ emoji: "👍", userIds: [grace.id, ada.id] }]));
    expect(await activity.findByRole("button", { name: /^Thumbs up 2/, pressed: true })).toHaveAttribute(
      "title",
      "Grace Hopper, Ada Lovelace",
    );
    await user.click(activity.getByRole("button", { name: "React to the comment by Grace Hopper" }));
    pmt.refuse("PUT", /reactions/, 409, "busy", "Not now");
    await user.click(await screen.findByRole("menuitemcheckbox", { name: "Heart" }));
    expect(await screen.findByText("Not now")).toBeInTheDocument();
    await waitFor(() => expect(activity.queryByRole("button", { name: /^Heart/ })).toBeNull());
    await user.click(activity.getByRole("button", { name: /^Thumbs up 2/ }));
    expect(await activity.findByRole("button", { name: /^Thumbs up 1/, pressed: false })).toBeInTheDocument();
  });

  it("are only read by a viewer", async () => {
    pmt.addProject("OLD", "Old", "viewer");
    pmt.addTask("OLD-1", "Seen");
    pmt.comments.react(pmt.comments.say("OLD-1", "Read me", grace.id), "👀", grace.id);
    const { activity, user } = await open("/browse/OLD-1", false);
    await user.click(await activity.findByRole("button", { name: /^Looking 1/ }));
    await user.click(activity.getByRole("button", { name: "More for the comment by Grace Hopper" }));
    expect(screen.getAllByRole("menuitem").map((item) => item.textContent)).toEqual(["Copy link"]);
    expect(activity.queryByRole("textbox")).toBeNull();
    expect(pmt.log.filter(({ method }) => method === "PUT" || method === "DELETE")).toEqual([]);
  });

  it("of others come by themselves", async () => {
    const { activity } = await open();
    await waitFor(() => expect(pmt.live.sockets).toHaveLength(1));
    act(() => pmt.live.socket.welcomes());
    await waitFor(() => expect(pmt.live.socket.said.map(({ topic }) => topic)).toContain("project:p-WEB"));
    act(() => pmt.live.socket.confirms(0));
    const { id } = pmt.comments.say("WEB-1", "From elsewhere", grace.id);
    act(() =>
      pmt.live.socket.says({
        message: "event",
        seq: 5,
        type: "pmt.comment.added.v1",
        subject: id,
        version: 1,
        projectId: "p-WEB",
        key: "WEB-1",
        actor: grace.id,
      }),
    );
    expect(await activity.findByText("From elsewhere")).toBeInTheDocument();
  });

  it("are gone to from a link, also where the history alone was shown", async () => {
    localStorage.setItem("pmt.activity", "history");
    const { id } = pmt.comments.say("WEB-1", "Look here", grace.id);
    const { activity } = await open(`/browse/WEB-1#comment-${id}`);
    await waitFor(() => expect(activity.getByText("Look here").closest("li")).toHaveFocus());
    expect(localStorage.getItem("pmt.activity")).toBe("history");
  });

  it("of an api from before this client are missing without a word", async () => {
    for (let i = 0; i < 9; i++) pmt.refuse("GET", /comments$/, 404, "not-found", "No such thing");
    const { activity } = await open("/browse/WEB-1", false);
    expect(activity.getByText(/created this task/)).toBeInTheDocument();
    expect(activity.queryByRole("alert")).toBeNull();
    expect(activity.queryByRole("button", { name: "History" })).toBeNull();
  });
});

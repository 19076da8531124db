import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FakePmt, grace } from "~/test/fakePmt";
import { holdBack } from "~/test/holdBack";
import { renderApp } from "~/test/renderApp";
import { forgetLines } from "./newLine";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  pmt.members["WEB"]?.push({ userId: grace.id, role: "member", since: "2026-11-20T09:00:00Z" });
  pmt.addTask("WEB-1", "Fix the login page");
  pmt.addTask("WEB-2", "Write the docs", { statusId: "s-doing", assigneeId: grace.id });
});

afterEach(forgetLines);

const column = (name: RegExp) => screen.findByRole("region", { name });
const holds = (name: RegExp, keys: string[]) =>
  waitFor(async () =>
    expect(
      within(await column(name))
        .queryAllByRole("link")
        .map((card) => card.id.slice(5)),
    ).toEqual(keys),
  );
const posts = () =>
  pmt.log
    .filter(({ method, path }) => method === "POST" && path.endsWith("/tasks"))
    .map(({ body, headers }) => ({ body: JSON.parse(body), attempt: headers.get("Idempotency-Key") }));
const line = (where: string) => screen.findByRole("textbox", { name: `New task in ${where}` });

async function open(where: string, address = "") {
  const { user, client, router } = renderApp(`/projects/WEB/board${address}`, pmt);
  await user.click(await screen.findByRole("button", { name: `Add a task to ${where}` }));
  return { user, client, router, field: await line(where) };
}

describe("the line at the foot of a column", () => {
  it("adds one task after another to that column, and keeps the focus", async () => {
    const { user, field } = await open("In progress");
    expect(field).toHaveFocus();
    await user.keyboard("Ship it{Enter}Say so{Enter}");
    await holds(/^In progress, 3 tasks$/, ["WEB-2", "WEB-3", "WEB-4"]);
    expect(field).toHaveFocus();
    expect(field).toHaveValue("");
    expect(await screen.findByText("WEB-4 is created")).toBeInTheDocument();
    expect(posts().map(({ body }) => [body.title, body.statusId])).toEqual([
      ["Ship it", "s-doing"],
      ["Say so", "s-doing"],
    ]);
    expect(new Set(posts().map(({ attempt }) => attempt)).size).toBe(2);
  });

  it("shows what is on its way at once", async () => {
    const { user } = await open("To do");
    const letGo = holdBack("POST", /tasks$/);
    await user.keyboard("Ship it !high{Enter}");
    const sent = within(await screen.findByRole("list", { name: "Being added to To do" }));
    expect(sent.getByRole("listitem")).toHaveTextContent("Ship it is being added");
    letGo();
    await holds(/^To do, 2 tasks$/, ["WEB-1", "WEB-3"]);
    expect(screen.queryByRole("list", { name: "Being added to To do" })).toBeNull();
  });

  it("shows what was added before the board is read again", async () => {
    const { user, field } = await open("To do");
    const letGo = holdBack("GET", /board$/);
    await user.type(field, "Ship it{Enter}");
    await holds(/^To do, 2 tasks$/, ["WEB-1", "WEB-3"]);
    letGo();
    await holds(/^To do, 2 tasks$/, ["WEB-1", "WEB-3"]);
  });

  it("reads words that set fields, and keeps them when they are meant", async () => {
    const { user, field } = await open("To do");
    await user.type(field, "Fix it !high @grace #web ~3 *bug +7d");
    const form = within(await column(/To do/));
    const read = await form.findByText("Fix it");
    expect(read.closest("[role=status]")).toHaveTextContent(/High.*Grace Hopper.*#web.*3 points.*Bug.*Due /);
    await user.keyboard("{Enter}");
    await waitFor(() =>
      expect(posts()[0]?.body).toMatchObject({
        title: "Fix it",
        priority: "high",
        assigneeId: grace.id,
        labels: ["web"],
        points: 3,
        type: "bug",
      }),
    );
    await user.type(field, "Say what #web means");
    await user.click(form.getByRole("button", { name: "Keep the words" }));
    await user.click(form.getByRole("button", { name: "Add" }));
    await waitFor(() => expect(posts()[1]?.body).toMatchObject({ title: "Say what #web means", labels: [] }));
    await user.type(field, "Next #web{Enter}");
    await waitFor(() => expect(posts()[2]?.body).toMatchObject({ title: "Next", labels: ["web"] }));
  });

  it("wants a title, and sends nothing without", async () => {
    const { user, field } = await open("To do");
    await user.type(field, "{Enter}!high{Enter}");
    expect(field).toHaveAccessibleDescription("A title is needed.");
    expect(field).toBeInvalid();
    expect(field).toHaveValue("!high");
    expect(posts()).toEqual([]);
  });

  it("gives a refused text back with the reason", async () => {
    const { user, field } = await open("To do");
    pmt.refuse("POST", /tasks$/, 409, "project-archived", "The project takes no tasks now");
    await user.type(field, "Ship it !high{Enter}");
    await waitFor(() => expect(field).toHaveAccessibleDescription("The project takes no tasks now"));
    expect(field).toHaveValue("Ship it !high");
    await holds(/^To do, 1 task$/, ["WEB-1"]);
    await user.type(field, "{Enter}");
    await holds(/^To do, 2 tasks$/, ["WEB-1", "WEB-3"]);
    expect(field).toBeValid();
    const [first, second] = posts();
    expect(second).toEqual(first);
  });

  it("makes another attempt of a text that was changed since it was refused", async () => {
    const { user, field } = await open("To do");
    pmt.refuse("POST", /tasks$/, 503, "unavailable", "Try again in a moment");
    await user.type(field, "Ship it{Enter}");
    await waitFor(() => expect(field).toHaveValue("Ship it"));
    await user.type(field, " now{Enter}");
    await holds(/^To do, 2 tasks$/, ["WEB-1", "WEB-3"]);
    const [first, second] = posts();
    expect(second?.body.title).toBe("Ship it now");
    expect(second?.attempt).not.toBe(first?.attempt);
  });

  it("keeps a refused text above it while another one is typed; tried again, it is the same attempt", async () => {
    const { user, field } = await open("To do");
    const letGo = holdBack("POST", /tasks$/);
    pmt.refuse("POST", /tasks$/, 503, "unavailable", "Try again in a moment");
    await user.type(field, "Ship it{Enter}Say");
    letGo();
    const list = within(await screen.findByRole("list", { name: "Being added to To do" }));
    expect(await list.findByRole("alert")).toHaveTextContent("Try again in a moment");
    expect(field).toHaveValue("Say");
    await user.click(list.getByRole("button", { name: "Try again" }));
    await holds(/^To do, 2 tasks$/, ["WEB-1", "WEB-3"]);
    const [first, second] = posts();
    expect(second).toEqual(first);
    expect(field).toHaveValue("Say");
  });

  it("lets a refused text be discarded", async () => {
    const { user, field } = await open("To do");
    const letGo = holdBack("POST", /tasks$/);
    pmt.refuse("POST", /tasks$/, 503, "unavailable", "Try again in a moment");
    await user.type(field, "Ship it{Enter}Say");
    letGo();
    await user.click(await screen.findByRole("button", { name: "Discard “Ship it”" }));
    expect(screen.queryByRole("list", { name: "Being added to To do" })).toBeNull();
    expect(field).toHaveValue("Say");
  });

  it("is closed by Escape, and keeps what was typed", async () => {
    const { user, field } = await open("To do");
    await user.type(field, "Ship it{Escape}");
    const opener = await screen.findByRole("button", { name: "Add a task to To do not added yet: Ship it" });
    expect(opener).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(await line("To do")).toHaveValue("Ship it");
    expect(await line("To do")).toHaveFocus();
    await user.click(screen.getByRole("button", { name: "Close the line" }));
    expect(screen.queryByRole("textbox", { name: "New task in To do" })).toBeNull();
    expect(posts()).toEqual([]);
  });

  it("keeps what was typed while another view is looked at", async () => {
    const { user, field, router } = await open("To do");
    await user.type(field, "Ship it");
    await act(() => router.navigate({ to: "/projects/$key/list", params: { key: "WEB" }, search: {} }));
    await waitFor(() => expect(field).not.toBeInTheDocument());
    await act(() => router.navigate({ to: "/projects/$key/board", params: { key: "WEB" }, search: {} }));
    expect(await line("To do")).toHaveValue("Ship it");
    expect(await line("To do")).not.toHaveFocus();
  });

  it("opens by a key while the focus is in the column, and takes the focus when it is open", async () => {
    const { user } = renderApp("/projects/WEB/board", pmt);
    const card = within(await column(/In progress/)).getByRole("link", { name: /WEB-2/ });
    act(() => card.focus());
    await user.keyboard("n");
    const field = await line("In progress");
    await waitFor(() => expect(field).toHaveFocus());
    await user.keyboard("An n in a title");
    expect(field).toHaveValue("An n in a title");
    act(() => card.focus());
    await user.keyboard("n");
    expect(field).toHaveFocus();
    expect(screen.getAllByRole("textbox", { name: /^New task in/ })).toHaveLength(1);
    act(() => screen.getByRole("button", { name: "New task in Done" }).focus());
    await user.keyboard("n");
    await waitFor(async () => expect(await line("Done")).toHaveFocus());
  });

  it("says that the filter may hide what it added", async () => {
    const { user, field } = await open("To do", "?q=login");
    await user.type(field, "Ship it{Enter}");
    expect(await screen.findByText("Ship it (the filter may hide it)")).toBeInTheDocument();
    await holds(/^To do, 1 task$/, ["WEB-1"]);
  });

  it("is not there for viewers", async () => {
    pmt.projects = [];
    pmt.addProject("WEB", "Website", "viewer");
    const { user } = renderApp("/projects/WEB/board", pmt);
    const card = within(await column(/To do/)).getByRole("link", { name: /WEB-1/ });
    act(() => card.focus());
    await user.keyboard("n");
    expect(screen.queryByRole("button", { name: /^Add a task/ })).toBeNull();
    expect(screen.queryByRole("textbox", { name: /^New task in/ })).toBeNull();
  });
});

describe("the line of a lane", () => {
  it("adds with the lane's person, unless another one is named", async () => {
    const { user, field } = await open("To do of Grace Hopper", "?lanes=assignee");
    await user.type(field, "Ship it{Enter}");
    await holds(/^To do of Grace Hopper, 1 task$/, ["WEB-3"]);
    await user.type(field, "Say so @ada{Enter}");
    await holds(/^To do of Ada Lovelace, 1 task$/, ["WEB-4"]);
    expect(posts().map(({ body }) => body.assigneeId)).toEqual([grace.id, "u-ada"]);
  });

  it("adds with the lane's priority, on screen before the lanes are read again", async () => {
    const { user, field } = await open("Done of High", "?lanes=priority");
    holdBack("GET", /board(\/lanes)?$/);
    await user.type(field, "Ship it{Enter}");
    await holds(/^Done of High, 1 task$/, ["WEB-3"]);
    expect(posts()[0]?.body).toMatchObject({ priority: "high", statusId: "s-done" });
  });

  it("adds below the lane's epic, and below none where there is none", async () => {
    const epic = { id: "t-WEB-9", key: "WEB-9", title: "Go live", type: "epic" } as const;
    pmt.addTask("WEB-9", "Go live", { type: "epic" });
    pmt.addTask("WEB-5", "In it", { parent: epic });
    const { user, field } = await open("To do of Go live", "?lanes=epic");
    await user.type(field, "Ship it{Enter}");
    await holds(/^To do of Go live, 2 tasks$/, ["WEB-5", "WEB-10"]);
    await user.click(screen.getByRole("button", { name: "Add a task to To do of No epic" }));
    await user.type(await line("To do of No epic"), "Say so{Enter}");
    await holds(/^To do of No epic, 3 tasks$/, ["WEB-1", "WEB-9", "WEB-11"]);
    expect(posts().map(({ body }) => body.parentKey)).toEqual(["WEB-9", undefined]);
  });

  it("is not there for who is given no more tasks", async () => {
    Object.assign(pmt.users[1] ?? {}, { active: false });
    renderApp("/projects/WEB/board?lanes=assignee", pmt);
    expect(await screen.findByRole("button", { name: "Add a task to To do of Nobody" })).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /^Add a task to .* of Grace/ })).toBeNull();
  });
});

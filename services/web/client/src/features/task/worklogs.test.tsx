import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { today } from "~/shared/lib/days";
import { ada, FakePmt, grace } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";

let pmt: FakePmt;

beforeEach(() => {
  pmt = new FakePmt();
  pmt.addProject("WEB", "Website");
  pmt.addTask("WEB-1", "Fix the login page");
});

async function open(address = "/browse/WEB-1") {
  const view = renderApp(address, pmt);
  const section = within(await screen.findByRole("region", { name: "Time" }));
  return { ...view, section };
}

type Opened = Awaited<ReturnType<typeof open>>;

const rows = ({ section }: Opened) => section.queryAllByRole("listitem").map((row) => row.textContent);
const kept = () => pmt.workLogs.kept["WEB-1"] ?? [];
const sent = (method: string) =>
  pmt.log.filter((request) => request.method === method && request.path.includes("/work-logs"));

async function begin(opened: Opened) {
  await opened.user.click(await opened.section.findByRole("button", { name: "Log time" }));
  const form = within(opened.section.getByRole("form", { name: "Log time" }));
  const time = form.getByRole("textbox", { name: "Time" });
  expect(time).toHaveFocus();
  return { form, time, save: form.getByRole("button", { name: "Save" }) };
}

describe("time worked on a task", () => {
  it("stands beside the estimate, which is typed in the same form", async () => {
    pmt.workLogs.log("WEB-1", grace.id, { minutes: 105 });
    const opened = await open();
    const estimate = await screen.findByRole("textbox", { name: "Estimate" });

    await opened.user.type(estimate, "2d{Enter}");
    expect(screen.getByRole("alert")).toHaveTextContent("1h 30m");
    await opened.user.clear(estimate);
    await opened.user.type(estimate, "16h{Enter}");

    expect(await opened.section.findByText("1h 45m of 16h logged")).toBeInTheDocument();
    expect(pmt.tasks[0]?.estimateMinutes).toBe(960);
    expect(estimate).toHaveValue("16h");
  });

  it("is logged by Enter, counted, and the focus goes back to the button", async () => {
    pmt.workLogs.log("WEB-1", grace.id, { minutes: 105, note: "Found the place" });
    const opened = await open();
    expect(await opened.section.findByText("1h 45m logged")).toBeInTheDocument();
    const { form } = await begin(opened);
    expect(form.getByLabelText("Day")).toHaveValue(today());
    await opened.user.keyboard("1:30");
    await opened.user.type(form.getByRole("textbox", { name: "Note (optional)" }), "Decoded once{Enter}");
    expect(await opened.section.findByText("3h 15m logged")).toBeInTheDocument();
    expect(kept()[1]).toMatchObject({ userId: ada.id, minutes: 90, day: today(), note: "Decoded once" });
    expect(rows(opened)[0]).toContain("Ada Lovelace");
    expect(rows(opened)[0]).toContain("1h 30mDecoded once");
    expect(rows(opened)[1]).toContain("1h 45mFound the place");
    expect(opened.section.queryByRole("form")).toBeNull();
    expect(opened.section.getByRole("button", { name: "Log time" })).toHaveFocus();
  });

  it("that cannot be read is refused with what to write, and nothing is sent", async () => {
    const opened = await open();
    expect(opened.section.queryByRole("list")).toBeNull();
    const { form, time } = await begin(opened);
    await opened.user.type(time, "2{Enter}");
    expect(time).toBeInvalid();
    expect(time).toHaveAccessibleDescription(/2h, 90m, 1h 30m/);
    await opened.user.type(time, "h");
    expect(time).toBeValid();
    await opened.user.clear(form.getByLabelText("Day"));
    await opened.user.type(form.getByLabelText("Day"), "2999-01-01{Enter}");
    expect(form.getByLabelText("Day")).toHaveAccessibleDescription("The day must not be in the future.");
    expect(sent("POST")).toEqual([]);
  });

  it("that is refused stays as it was typed, and is the same attempt when it is sent again", async () => {
    const opened = await open();
    const { form, time, save } = await begin(opened);
    await opened.user.type(time, "2h");
    pmt.refuse("POST", /work-logs$/, 400, "invalid-request", "Not this day", {
      errors: [{ field: "day", message: "must be after the first release" }],
    });
    await opened.user.click(save);
    await waitFor(() =>
      expect(form.getByLabelText("Day")).toHaveAccessibleDescription("must be after the first release"),
    );
    pmt.refuse("POST", /work-logs$/, 503, "writes-moved", "Try again soon");
    await opened.user.click(save);
    expect(await screen.findByText("Try again soon")).toBeInTheDocument();
    expect(time).toHaveValue("2h");
    await opened.user.click(save);
    expect(await opened.section.findByText("2h logged")).toBeInTheDocument();
    const keys = sent("POST").map(({ headers }) => headers.get("Idempotency-Key"));
    expect(keys).toEqual([expect.stringMatching(/^work-log-/), keys[0], keys[0]]);
  });

  it("begun outlives Escape, which closes neither more nor less than the form", async () => {
    const opened = await open("/projects/WEB/board?task=WEB-1");
    const { time } = await begin(opened);
    await opened.user.type(time, "45m{Escape}");
    expect(opened.section.queryByRole("form")).toBeNull();
    expect(opened.section.getByRole("button", { name: "Log time" })).toHaveFocus();
    expect((await begin(opened)).time).toHaveValue("45m");
  });

  it("is begun from the palette", async () => {
    const { user, section } = await open();
    await section.findByRole("button", { name: "Log time" });
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await screen.findByRole("combobox", { name: "Commands" }), "log time{Enter}");
    await waitFor(() => expect(section.getByRole("textbox", { name: "Time" })).toHaveFocus());
  });

  it("is corrected in its place by who worked, also over what another window wrote", async () => {
    const log = pmt.workLogs.log("WEB-1", ada.id, { minutes: 60, note: "Frist" });
    pmt.workLogs.log("WEB-1", grace.id, { day: "2026-11-11" });
    const opened = await open();
    const edit = await opened.section.findByRole("button", { name: /^Edit 1h of Ada Lovelace on / });
    expect(opened.section.getAllByRole("button", { name: /^Edit/ })).toEqual([edit]);
    await opened.user.click(edit);
    const form = within(opened.section.getByRole("form", { name: /^Edit 1h of Ada Lovelace/ }));
    const note = form.getByRole("textbox", { name: "Note (optional)" });
    expect(form.getByRole("textbox", { name: "Time" })).toHaveValue("1h");
    await opened.user.clear(note);
    await opened.user.type(note, "First");
    Object.assign(log, { minutes: 120, version: 2 });
    await opened.user.keyboard("{Enter}");
    expect(await screen.findByText("The time was not saved")).toBeInTheDocument();
    expect(note).toHaveValue("First");
    await waitFor(() => expect(opened.section.getByText("3h logged")).toBeInTheDocument());
    await opened.user.click(form.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(opened.section.queryByRole("form")).toBeNull());
    expect(log).toMatchObject({ minutes: 120, note: "First", version: 3 });
    expect(sent("PATCH").map(({ body }) => JSON.parse(body))).toEqual([{ note: "First" }, { note: "First" }]);
    expect(opened.section.getByText("First").closest("li")).toHaveFocus();
  });

  it("is deleted after a question, and by nobody who only worked at other times", async () => {
    pmt.workLogs.log("WEB-1", ada.id, { minutes: 30 });
    pmt.workLogs.log("WEB-1", grace.id, { minutes: 60 });
    pmt.projects = pmt.projects.map((project) => ({ ...project, role: "member" }));
    const opened = await open();
    await opened.user.click(await opened.section.findByRole("button", { name: /^Delete 30m of Ada/ }));
    expect(opened.section.queryByRole("button", { name: /^Delete 1h of Grace/ })).toBeNull();
    const question = await screen.findByRole("dialog", { name: "Delete this logged time?" });
    await opened.user.click(within(question).getByRole("button", { name: "Delete" }));
    expect(await opened.section.findByText("1h logged")).toBeInTheDocument();
    await waitFor(() => expect(opened.section.getByRole("button", { name: "Log time" })).toHaveFocus());
    expect(kept().map(({ userId }) => userId)).toEqual([grace.id]);
  });

  it("of others comes by itself, and a maintainer may delete it", async () => {
    const { section } = await open();
    await waitFor(() => expect(pmt.live.sockets).toHaveLength(1));
    act(() => pmt.live.socket.welcomes());
    await waitFor(() => expect(pmt.live.socket.said.map(({ topic }) => topic)).toContain("project:p-WEB"));
    act(() => pmt.live.socket.confirms(0));
    const { id } = pmt.workLogs.log("WEB-1", grace.id, { note: "From elsewhere" });
    const news = { message: "event", seq: 5, subject: id, version: 1, projectId: "p-WEB", actor: grace.id };
    act(() => pmt.live.socket.says({ ...news, type: "pmt.work-log.added.v1", key: "WEB-1" }));
    expect(await section.findByText("From elsewhere")).toBeInTheDocument();
    expect(section.getByRole("button", { name: /^Delete 1h of Grace Hopper/ })).toBeInTheDocument();
  });

  it("is only read by a viewer, and at an archived task", async () => {
    pmt.workLogs.log("WEB-1", ada.id, { minutes: 60 });
    pmt.projects = pmt.projects.map((project) => ({ ...project, role: "viewer" }));
    const viewed = await open();
    expect(await viewed.section.findByText("1h logged")).toBeInTheDocument();
    expect(viewed.section.queryByRole("button")).toBeNull();
    viewed.unmount();
    pmt.projects = pmt.projects.map((project) => ({ ...project, role: "owner" }));
    pmt.tasks = pmt.tasks.map((task) => ({ ...task, archived: true }));
    const { section } = await open();
    expect(section.getAllByRole("listitem")).toHaveLength(1);
    expect(section.queryByRole("button")).toBeNull();
  });

  it("of an api from before this client is missing without a word", async () => {
    for (let i = 0; i < 9; i++) pmt.refuse("GET", /work-logs$/, 404, "not-found", "No such thing");
    renderApp("/browse/WEB-1", pmt);
    await screen.findByRole("button", { name: "Attach files" });
    await waitFor(() => expect(sent("GET").length).toBeGreaterThan(0));
    expect(screen.queryByRole("region", { name: "Time" })).toBeNull();
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakePmt, grace } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";
import { oneAfterAnother } from "./oneAfterAnother";

const pmt = () => {
  const made = new FakePmt();
  made.addProject("WEB", "Website");
  made.addTask("WEB-1", "Fix the login page");
  return made;
};

const event = (seq: number, more: object = {}) => ({
  message: "event",
  seq,
  type: "pmt.task.changed.v1",
  subject: "t-WEB-1",
  version: 2,
  projectId: "p-WEB",
  key: "WEB-1",
  actor: grace.id,
  ...more,
});

/** Renders an address, with a socket that is open and heard. */
async function open(address: string, fake = pmt()) {
  const app = renderApp(address, fake);
  await waitFor(() => expect(fake.live.sockets).toHaveLength(1));
  act(() => fake.live.socket.welcomes());
  await waitFor(() => expect(subscriptions(fake)).toContain("project:p-WEB"));
  act(() => fake.live.socket.confirms(0));
  return { ...app, live: fake.live };
}

const subscriptions = (fake: FakePmt) =>
  fake.live.socket.said.flatMap(({ message, topic }) => (message === "subscribe" ? [topic] : []));
const asked = (fake: FakePmt, path: RegExp) => fake.log.filter((request) => path.test(request.path)).length;
const board = /\/WEB\/board$/;

describe("the live connection", () => {
  beforeEach(() => vi.spyOn(Math, "random").mockReturnValue(0));
  afterEach(() => vi.restoreAllMocks());

  it("shows what another did on the board, the list and the open task", async () => {
    for (const address of ["/projects/WEB/board?task=WEB-1", "/projects/WEB/list"]) {
      const { pmt: fake, live, unmount } = await open(address);
      await screen.findAllByText("Fix the login page");
      const task = fake.tasks.find(({ key }) => key === "WEB-1");
      Object.assign(task ?? {}, { title: "Mend the login page", version: 2 });
      fake.changes++;

      act(() => live.socket.says(event(5)));

      expect((await screen.findAllByText("Mend the login page")).length).toBeGreaterThan(0);
      unmount();
    }
  });

  it("reads the open task again, and once only", async () => {
    const { pmt: fake, live } = await open("/projects/WEB/board?task=WEB-1");
    await waitFor(() => expect(subscriptions(fake)).toContain("task:t-WEB-1"));
    act(() => live.socket.confirms(0));
    const task = fake.tasks[0];
    Object.assign(task ?? {}, { title: "Mend the login page", version: 2 });

    act(() => live.socket.says(event(5)));

    expect(await screen.findByDisplayValue("Mend the login page")).toBeInTheDocument();
  });

  it("does not read again what was written here", async () => {
    const { pmt: fake, live, user } = await open("/projects/WEB/board?task=WEB-1");
    const title = await screen.findByLabelText("Title");
    await user.clear(title);
    await user.type(title, "My own title{Enter}");
    await waitFor(() => expect(fake.tasks[0]?.version).toBe(2));
    await waitFor(() => expect(asked(fake, board)).toBeGreaterThan(1));
    await act(() => new Promise((settled) => setTimeout(settled, 100)));
    const before = asked(fake, board);

    act(() => live.socket.says(event(5, { actor: fake.me?.id })));
    await act(() => new Promise((later) => setTimeout(later, 700)));

    expect(asked(fake, board)).toBe(before);
    act(() => live.socket.says(event(6, { actor: fake.me?.id, version: 1_000 })));
    await waitFor(() => expect(asked(fake, board)).toBeGreaterThan(before));
  });

  it("comes back by itself and goes on from where it was", async () => {
    const { pmt: fake, live } = await open("/projects/WEB/board");
    act(() => live.socket.says(event(7)));
    act(() => live.socket.says({ message: "ping", n: 3, seq: 9 }));
    expect(live.socket.said).toContainEqual({ message: "pong", n: 3 });

    act(() => live.socket.closes(1012));
    await waitFor(() => expect(live.sockets).toHaveLength(2));
    expect(live.socket.address.searchParams.get("ticket")).toBe("ticket-2");
    act(() => live.socket.says({ message: "welcome", pingEvery: 20 }));
    expect(live.socket.said).toContainEqual({ message: "subscribe", topic: "project:p-WEB", since: 9 });

    act(() => live.socket.closes(4000));
    await waitFor(() => expect(live.sockets).toHaveLength(3));
    act(() => live.socket.welcomes(9));
    const before = asked(fake, board);
    act(() => live.socket.says({ message: "refetch", seq: 40 }));
    await waitFor(() => expect(asked(fake, board)).toBeGreaterThan(before));
    act(() => live.socket.closes(1006));
    await waitFor(() => expect(live.sockets).toHaveLength(4));
    act(() => live.socket.says({ message: "welcome", pingEvery: 20 }));
    expect(live.socket.said).toContainEqual({ message: "subscribe", topic: "project:p-WEB", since: 40 });
  });

  it("asks again for what is not known there yet, and leaves what is off the screen", async () => {
    const { pmt: fake, live, router } = await open("/projects/WEB/board");
    act(() => live.socket.says({ message: "error", topic: "project:p-WEB", code: "not-found" }));
    await waitFor(() =>
      expect(subscriptions(fake).filter((topic) => topic === "project:p-WEB")).toHaveLength(2),
    );

    await act(() => router.navigate({ to: "/projects" }));
    await waitFor(() =>
      expect(live.socket.said).toContainEqual({ message: "unsubscribe", topic: "project:p-WEB" }),
    );
  });

  it("says in a corner that changes are late, but not for a moment's silence", async () => {
    const fake = pmt();
    fake.live.isAway = true;
    vi.useFakeTimers({ shouldAdvanceTime: true });
    renderApp("/projects/WEB/board", fake);
    await screen.findByText("Fix the login page");
    expect(screen.queryByText(/with a delay/)).toBeNull();

    await act(() => vi.advanceTimersByTimeAsync(6_000));
    expect(screen.getByText(/with a delay/)).toBeInTheDocument();

    fake.live.isAway = false;
    await act(() => vi.advanceTimersByTimeAsync(31_000));
    act(() => fake.live.socket.welcomes());
    expect(screen.queryByText(/with a delay/)).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(41_000));
    expect(fake.live.sockets.length, "a silent socket is given up").toBeGreaterThan(1);
  });

  it("shows who else is on the board and in the open task, while they are", async () => {
    const { pmt: fake, live } = await open("/projects/WEB/board?task=WEB-1");
    await waitFor(() => expect(subscriptions(fake)).toContain("task:t-WEB-1"));
    expect(live.socket.said).toContainEqual({ message: "appear", topic: "project:p-WEB" });
    act(() => live.socket.confirms(0));
    expect(live.socket.said).toContainEqual({ message: "appear", topic: "task:t-WEB-1" });
    const present = (topic: string, ...users: (string | undefined)[]) =>
      act(() => live.socket.says({ message: "present", topic, users, count: users.length }));

    present("project:p-WEB", fake.me?.id, grace.id);
    expect(await screen.findByText(`Also here: ${grace.name}`)).toBeInTheDocument();
    present("task:t-WEB-1", grace.id, fake.me?.id);
    expect(screen.getAllByText(`Also here: ${grace.name}`)).toHaveLength(2);
    present("project:p-WEB", fake.me?.id);
    expect(screen.getAllByText(`Also here: ${grace.name}`)).toHaveLength(1);

    act(() => live.socket.closes(1012));
    expect(screen.queryByText(/Also here/)).toBeNull();
    await waitFor(() => expect(live.sockets).toHaveLength(2));
    act(() => live.socket.welcomes());
    expect(live.socket.said).toContainEqual({ message: "appear", topic: "project:p-WEB" });
  });

  it("is not there for others while nobody looks at the page", async () => {
    const { live } = await open("/projects/WEB/board");
    const look = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    act(() => void document.dispatchEvent(new Event("visibilitychange")));
    expect(live.socket.said.at(-1)).toEqual({ message: "disappear", topic: "project:p-WEB" });

    look.mockReturnValue("visible");
    act(() => void document.dispatchEvent(new Event("visibilitychange")));
    expect(live.socket.said.at(-1)).toEqual({ message: "appear", topic: "project:p-WEB" });
  });

  it("takes several messages of one frame", async () => {
    const { pmt: fake, live } = await open("/projects/WEB/board");
    await screen.findAllByText("Fix the login page");
    fake.addTask("WEB-2", "Release 1.5");
    fake.changes++;

    act(() =>
      live.socket.says([
        { message: "tomorrow" },
        event(5, { type: "pmt.task.created.v1" }),
        { message: "ping", n: 2 },
      ]),
    );

    expect((await screen.findAllByText("Release 1.5")).length).toBeGreaterThan(0);
    expect(live.socket.said).toContainEqual({ message: "pong", n: 2 });
  });

  it("ignores what it does not know", async () => {
    const { live } = await open("/projects/WEB/board");
    act(() => live.socket.says({ message: "later" }));
    act(() => live.socket.says({ message: "subscribed", topic: "project:other", seq: 1 }));
    expect(await screen.findByText("Fix the login page")).toBeInTheDocument();
  });
});

describe("readings one after another", () => {
  it("run once more, however often they were asked for meanwhile", async () => {
    const ends: (() => void)[] = [];
    const ask = oneAfterAnother(() => new Promise<void>((end) => ends.push(end)));
    for (let time = 0; time < 5; time++) ask();
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await waitFor(() => expect(ends).toHaveLength(2));
    ends[1]?.();
    await Promise.resolve();
    expect(ends).toHaveLength(2);
  });
});

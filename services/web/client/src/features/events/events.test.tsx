import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Consumer } from "~/shared/api/generated/events";
import { FakePmt } from "~/test/fakePmt";
import { renderApp } from "~/test/renderApp";
import { progressOf, summaryOf, tagsOf } from "./summary";

const calm: Consumer = new FakePmt().events.consumer;
const now = Date.parse("2026-11-20T09:00:00Z");

describe("the events screen", () => {
  it("says that nothing waits when all is well, and who is not seen", async () => {
    renderApp("/events");
    expect(await screen.findByRole("heading", { name: "Nothing waits." })).toBeInTheDocument();
    expect(screen.getByText("Not seen, because it does not answer: auth.")).toBeInTheDocument();
    const api = screen.getByRole("region", { name: "api" });
    expect(api).toHaveTextContent("1,234 events so far · kept from event 1 on · epoch 1");
    expect(within(api).getByText("has all 1,234 events of api")).toBeInTheDocument();
    expect(within(api).getByText("running")).toBeInTheDocument();
    expect(screen.queryByRole("region", { name: "web" })).toBeNull();
  });

  it("is reached by administrators alone", async () => {
    const pmt = new FakePmt();
    if (pmt.me) pmt.me = { ...pmt.me, role: "member" };
    renderApp("/events", pmt);
    expect(await screen.findByText("Only administrators operate events")).toBeInTheDocument();
    expect(screen.queryByRole("link", { name: "Events" })).toBeNull();
    expect(pmt.log.some(({ path }) => path.includes("/admin/"))).toBe(false);
  });

  it("pauses a consumer and lets it go on", async () => {
    const { user, pmt } = renderApp("/events");
    await user.click(await screen.findByRole("button", { name: "More for task-activity" }));
    expect(screen.getByRole("menuitem", { name: "Retry all that failed" })).toBeDisabled();
    await user.click(screen.getByRole("menuitem", { name: "Pause" }));
    expect(await screen.findByText("task-activity is paused")).toBeInTheDocument();
    expect(screen.getByRole("heading", { name: "1 consumer is paused." })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "More for task-activity" }));
    await user.click(screen.getByRole("menuitem", { name: "Resume" }));
    await waitFor(() => expect(pmt.events.consumer.paused).toBe(false));
  });

  it("shows what is held back and why, and tries it again", async () => {
    const pmt = new FakePmt();
    pmt.events.park();
    const { user } = renderApp("/events", pmt);
    expect(await screen.findByRole("heading", { name: "1 event waits for you." })).toBeInTheDocument();
    const held = await screen.findByRole("list", { name: "Held back by task-activity" });
    expect(held).toHaveTextContent("IllegalStateException: the disk is full");
    expect(held).toHaveTextContent("event 7 · tried 8 times");
    expect(held).toHaveTextContent("event 8 · waits behind an earlier one of its subject");
    expect(within(held).queryByRole("button", { name: "Retry event 8" })).toBeNull();
    await user.click(within(held).getByRole("button", { name: "Retry event 7" }));
    expect(await screen.findByText("The event is tried again")).toBeInTheDocument();
    expect(await screen.findByText("1 retrying")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "More for task-activity" }));
    await user.click(screen.getByRole("menuitem", { name: "Retry all that failed" }));
    expect(await screen.findByRole("heading", { name: "Nothing waits." })).toBeInTheDocument();
  });

  it("skips an event only after saying what is lost", async () => {
    const pmt = new FakePmt();
    pmt.events.park();
    const { user } = renderApp("/events", pmt);
    await user.click(await screen.findByRole("button", { name: "Skip event 7" }));
    const dialog = await screen.findByRole("dialog", { name: "Skip event 7?" });
    expect(dialog).toHaveTextContent("pmt.task.moved.v1 never takes effect in task-activity");
    expect(pmt.events.letters).toHaveLength(2);
    await user.click(within(dialog).getByRole("button", { name: "Skip" }));
    expect(await screen.findByText("The event is skipped")).toBeInTheDocument();
    expect(pmt.events.letters).toHaveLength(0);
  });

  it("replays a consumer only after saying what happens, and says when it is refused", async () => {
    const { user, pmt } = renderApp("/events");
    const replay = async () => {
      await user.click(await screen.findByRole("button", { name: "More for task-activity" }));
      await user.click(screen.getByRole("menuitem", { name: "Replay…" }));
      const dialog = await screen.findByRole("dialog", { name: "Replay task-activity?" });
      expect(dialog).toHaveTextContent("is deleted and made again");
      await user.click(within(dialog).getByRole("button", { name: "Replay" }));
    };
    pmt.refuse("POST", /replay$/, 409, "events-gone", "The log no longer begins at its beginning.");
    await replay();
    expect(await screen.findByText("The log no longer begins at its beginning.")).toBeInTheDocument();
    await replay();
    expect(await screen.findByText("task-activity begins anew")).toBeInTheDocument();
    expect(screen.getByText("1,234 events of api to go")).toBeInTheDocument();
  });

  it("says what could not be loaded, and tries again", async () => {
    const pmt = new FakePmt();
    pmt.refuse("GET", /admin\/events\/api$/, 500, "internal-error", "Something went wrong.");
    const { user } = renderApp("/events", pmt);
    expect(await screen.findByText("The events of api could not be loaded")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("has all 1,234 events of api")).toBeInTheDocument();
  });
});

describe("a consumer in words", () => {
  it("is behind, before a snapshot, or without its producer", () => {
    const behind = { ...calm, lag: 3, waitingSince: "2026-11-20T08:00:00Z" };
    expect(progressOf(behind, now)).toBe("3 events of api to go, the oldest from 1 hour ago");
    expect(progressOf({ ...calm, position: null, lag: null }, now)).toBe("begins with a snapshot of api");
    expect(progressOf({ ...calm, lag: null }, now)).toBe("at event 1,234 of api, which does not answer");
    expect(summaryOf([behind])).toBe("Events are being worked off.");
  });

  it("is stuck when it cannot go on", () => {
    const stuck = { ...calm, lag: 3, error: "EventsGoneException: gone" };
    expect(tagsOf(stuck)).toEqual([{ name: "stuck", look: "tag tag-bad" }]);
    expect(summaryOf([calm, stuck])).toBe("A consumer cannot go on.");
  });
});

import type { Consumer, DeadLetter, Log } from "~/shared/api/generated/events";
import { type FakeAnswer, type Handler, ok, problem } from "./fakeAnswers";

/** The event log of the fake's api and the one that listens to it. */
export class FakeEvents {
  log: Log = { head: 1_234, unstamped: 0, oldest: 1, epoch: 1 };
  consumer: Consumer = {
    name: "task-activity",
    producer: "api",
    position: 1_234,
    lag: 0,
    waitingSince: null,
    paused: false,
    deadLetters: { retrying: 0, parked: 0, waiting: 0 },
    error: null,
  };
  letters: DeadLetter[] = [];

  /** Holds back an event that failed too often, and one behind it. */
  park(): void {
    this.letters = [letter(7, "parked"), letter(8, "waiting")];
    this.count();
  }

  readonly routes: [string, Handler][] = [
    ["GET /api/v1/admin/events/api", () => ok({ log: this.log, consumers: [{ ...this.consumer }] })],
    [
      "GET /api/v1/admin/events/api/consumers/task-activity/dead-letters",
      () => ok({ items: this.letters, next: null }),
    ],
    [
      "POST /api/v1/admin/events/api/consumers/task-activity/dead-letters/([^/]+)/(retry|skip)",
      (_, id = "", deed = "") => this.settle(id, deed),
    ],
    [
      "POST /api/v1/admin/events/api/consumers/task-activity/(pause|resume|retry|replay)",
      (_, deed = "") => this.change(deed),
    ],
  ];

  private settle(id: string, deed: string): FakeAnswer {
    const found = this.letters.find((item) => item.id === id);
    if (!found) return problem(404, "dead-letter-not-found");
    if (deed === "skip") this.letters = [];
    else Object.assign(found, { state: "retrying", retryAt: new Date().toISOString() });
    return this.count();
  }

  private change(deed: string): FakeAnswer {
    if (deed === "pause" || deed === "resume") this.consumer.paused = deed === "pause";
    if (deed === "replay") Object.assign(this.consumer, { position: 0, lag: this.log.head });
    if (deed === "retry") this.letters = [];
    return this.count();
  }

  private count(): FakeAnswer {
    const count = (state: DeadLetter["state"]) => this.letters.filter((item) => item.state === state).length;
    this.consumer.deadLetters = {
      retrying: count("retrying"),
      parked: count("parked"),
      waiting: count("waiting"),
    };
    this.consumer.error = this.letters[0]?.error ?? null;
    return ok({ ...this.consumer });
  }
}

function letter(position: number, state: DeadLetter["state"]): DeadLetter {
  const failed = state !== "waiting";
  return {
    id: `event-${position}`,
    type: "pmt.task.moved.v1",
    subject: "019aa1b2-0000-7000-8000-000000000001",
    position,
    state,
    attempts: failed ? 8 : 0,
    error: failed ? "IllegalStateException: the disk is full" : null,
    retryAt: null,
  };
}

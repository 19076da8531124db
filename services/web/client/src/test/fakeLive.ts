import { type FakeAnswer, type Handler, problem } from "./fakeAnswers";
import type { FakePmt } from "./fakePmt";

/** The sockets of a fake PMT; nothing is said there unless a test says it. */
export class FakeLive {
  readonly sockets: FakeSocket[] = [];
  isAway = false;
  private tickets = 0;
  readonly routes: [string, Handler][] = [["POST /api/v1/live/tickets", () => this.ticket()]];

  constructor(readonly pmt: FakePmt) {}

  private ticket(): FakeAnswer {
    if (this.isAway) return problem(503, "service-unavailable");
    return { status: 201, body: { ticket: `ticket-${++this.tickets}`, expiresIn: 30 } };
  }

  /** The socket that was opened last. */
  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error("No socket was opened");
    return socket;
  }

  /** What `WebSocket` is to the client. */
  asGlobal() {
    const live = this;
    return class extends FakeSocket {
      constructor(address: URL) {
        super(address);
        live.sockets.push(this);
      }
    };
  }
}

/** One socket as the client sees it. */
export class FakeSocket {
  readyState = 1;
  readonly said: Record<string, unknown>[] = [];
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(readonly address: URL) {}

  send(text: string): void {
    this.said.push(JSON.parse(text));
  }

  close(): void {
    this.readyState = 3;
  }

  /** The server says something. */
  says(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  /** The server lets the client in, and confirms what it asks for. */
  welcomes(seq = 0): void {
    this.says({ message: "welcome", pingEvery: 20 });
    this.confirms(seq);
  }

  confirms(seq: number): void {
    for (const { message, topic } of this.said)
      if (message === "subscribe") this.says({ message: "subscribed", topic, seq });
  }

  /** The server closes. */
  closes(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

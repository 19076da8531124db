import { addressWithTicket } from "./address";
import { Presence } from "./presence";
import { parse, type ServerMessage } from "./protocol";
import { Topics } from "./topics";

const renew = 4000;
const firstWait = 1_000;
const longestWait = 30_000;

/** How the live connection stands. */
export type LiveState = "off" | "up" | "down";

/** The client's one socket: opened with a ticket, opened anew by itself, with growing and random pauses. */
export class LiveConnection {
  private readonly listeners = new Set<() => void>();
  readonly topics = new Topics(this);
  readonly presence = new Presence(this);
  private socket: WebSocket | null = null;
  private state: LiveState = "off";
  private failures = 0;
  private attempt = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private watchdog: ReturnType<typeof setTimeout> | undefined;
  private patience = 60_000;

  /** Opens the socket, and keeps it open until {@link stop}. */
  start(): void {
    if (this.state !== "off") return;
    this.state = "down";
    this.tellListeners();
    void this.open();
  }

  stop(): void {
    this.state = "off";
    this.failures = 0;
    this.drop();
  }

  isHeard = (topic: string): boolean => this.topics.isHeard(topic);

  /** The store of the connection's state and of what is heard. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): LiveState => this.state;

  private async open(): Promise<void> {
    const attempt = ++this.attempt;
    try {
      const address = await addressWithTicket();
      if (attempt !== this.attempt) return;
      const socket = new WebSocket(address);
      this.socket = socket;
      this.watch();
      socket.onmessage = ({ data }) => {
        if (this.socket !== socket) return;
        this.watch();
        for (const message of parse(String(data))) this.take(message);
      };
      socket.onclose = ({ code }) => this.socket === socket && this.again(code);
    } catch {
      if (attempt === this.attempt) this.again(0);
    }
  }

  private take(message: ServerMessage): void {
    if (message.message === "welcome") {
      this.failures = 0;
      this.patience = 2_000 * message.pingEvery;
      this.state = "up";
      this.topics.opened();
      this.tellListeners();
      return;
    }
    this.topics.take(message);
    this.presence.take(message);
    if (message.message === "ping") this.say({ message: "pong", n: message.n });
  }

  private again(code: number): void {
    if (this.state === "off") return;
    this.state = "down";
    this.drop();
    const longest = Math.min(longestWait, firstWait * 2 ** this.failures++);
    this.retry = setTimeout(
      () => void this.open(),
      code === renew ? 0 : longest * (0.2 + 0.8 * Math.random()),
    );
  }

  private drop(): void {
    this.attempt++;
    clearTimeout(this.retry);
    clearTimeout(this.watchdog);
    const socket = this.socket;
    this.socket = null;
    socket?.close();
    this.presence.closed();
    this.topics.closed();
  }

  /** A connection may be dead without anybody saying so; the server pings often enough to tell. */
  private watch(): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => this.again(0), this.patience);
  }

  /** Says something if somebody hears it. */
  say(message: object): void {
    if (this.state === "up" && this.socket?.readyState === 1) this.socket.send(JSON.stringify(message));
  }

  tellListeners(): void {
    for (const listener of this.listeners) listener();
  }
}

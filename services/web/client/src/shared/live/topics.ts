import type { LiveEvent, ServerMessage } from "./protocol";

/** What a listener hears of its topic: an event, or that it must read everything anew. */
export type News = LiveEvent | { message: "refetch" };

type Listener = (news: News) => void;

type Topic = { listeners: Set<Listener>; seq: number | null; isHeard: boolean; tries: number };

const triesAfter = [1_000, 4_000, 15_000];

/** What the pages on screen want to hear of, and up to where they have heard it. */
export class Topics {
  private readonly topics = new Map<string, Topic>();

  constructor(private readonly connection: { say(message: object): void; tellListeners(): void }) {}

  /** Listens to a topic; returns how to stop. */
  listen(name: string, listener: Listener): () => void {
    const known = this.topics.get(name);
    const topic = known ?? { listeners: new Set(), seq: null, isHeard: false, tries: 0 };
    topic.listeners.add(listener);
    if (!known) {
      this.topics.set(name, topic);
      this.subscribe(name, topic);
    }
    return () => {
      topic.listeners.delete(listener);
      if (topic.listeners.size > 0 || this.topics.get(name) !== topic) return;
      this.topics.delete(name);
      this.connection.say({ message: "unsubscribe", topic: name });
    };
  }

  /** Whether events of a topic come by themselves now. */
  isHeard(name: string): boolean {
    return this.topics.get(name)?.isHeard ?? false;
  }

  /** A new socket is open: goes on from where the last one ended. */
  opened(): void {
    for (const [name, topic] of this.topics) {
      topic.tries = 0;
      this.subscribe(name, topic);
    }
  }

  /** The socket is gone. */
  closed(): void {
    for (const topic of this.topics.values()) topic.isHeard = false;
    this.connection.tellListeners();
  }

  take(message: ServerMessage): void {
    switch (message.message) {
      case "event":
        for (const name of [`project:${message.projectId}`, `task:${message.subject}`])
          this.tell(name, message.seq, message);
        break;
      case "subscribed": {
        const topic = this.topics.get(message.topic);
        if (!topic) return;
        topic.isHeard = true;
        // What was read before nobody listened may be old by now.
        if (topic.seq === null) this.tell(message.topic, message.seq, { message: "refetch" });
        topic.seq = Math.max(topic.seq ?? 0, message.seq);
        this.connection.tellListeners();
        break;
      }
      case "refetch":
        for (const name of message.topic ? [message.topic] : this.topics.keys())
          this.tell(name, message.seq, { message: "refetch" });
        break;
      case "ping":
        for (const topic of this.topics.values())
          if (topic.isHeard && message.seq !== null) topic.seq = Math.max(topic.seq ?? 0, message.seq);
        break;
      case "error":
      case "unsubscribed":
        if (message.topic && message.code !== "asked") this.tryAgain(message.topic);
        break;
    }
  }

  private tell(name: string, seq: number, news: News): void {
    const topic = this.topics.get(name);
    if (!topic) return;
    topic.seq = Math.max(topic.seq ?? 0, seq);
    for (const listener of topic.listeners) listener(news);
  }

  /** A project that was just made, or a membership that is new, may not be known there yet. */
  private tryAgain(name: string): void {
    const topic = this.topics.get(name);
    const wait = topic && triesAfter[topic.tries];
    if (!topic || wait === undefined) return;
    topic.isHeard = false;
    topic.tries++;
    this.connection.tellListeners();
    setTimeout(() => {
      if (this.topics.get(name) === topic && !topic.isHeard) this.subscribe(name, topic);
    }, wait);
  }

  private subscribe(name: string, { seq }: Topic): void {
    this.connection.say({ message: "subscribe", topic: name, ...(seq === null ? {} : { since: seq }) });
  }
}

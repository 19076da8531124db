import type { ServerMessage } from "./protocol";

/** Who has a topic on screen: the first of them, oneself included, and how many they are. */
export type Present = { users: readonly string[]; count: number };

export const nobodyPresent: Present = { users: [], count: 0 };

type Connection = { say(message: object): void; tellListeners(): void; isHeard(topic: string): boolean };

/** What the pages on screen show, which is told to others who show the same, and who these are. */
export class Presence {
  private readonly shown = new Map<string, { pages: number; present: Present }>();

  constructor(private readonly connection: Connection) {}

  /** Says that a topic is on screen here; returns how to take that back. */
  show(name: string): () => void {
    const topic = this.shown.get(name) ?? { pages: 0, present: nobodyPresent };
    this.shown.set(name, topic);
    if (++topic.pages === 1 && this.connection.isHeard(name)) this.appear(name);
    return () => {
      if (--topic.pages > 0) return;
      this.shown.delete(name);
      if (this.connection.isHeard(name)) this.connection.say({ message: "disappear", topic: name });
    };
  }

  present(name: string): Present {
    return this.shown.get(name)?.present ?? nobodyPresent;
  }

  take(message: ServerMessage): void {
    if (message.message === "subscribed" && this.shown.has(message.topic)) this.appear(message.topic);
    if (message.message !== "present") return;
    const topic = this.shown.get(message.topic);
    if (!topic) return;
    topic.present = { users: message.users, count: message.count };
    this.connection.tellListeners();
  }

  /** The socket is gone: nobody knows who is there. */
  closed(): void {
    for (const topic of this.shown.values()) topic.present = nobodyPresent;
  }

  private appear(name: string): void {
    this.connection.say({ message: "appear", topic: name });
  }
}

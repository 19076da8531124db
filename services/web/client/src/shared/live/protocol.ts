/** Something that happened, as the socket tells it: no text, only what to read again. */
export type LiveEvent = {
  message: "event";
  seq: number;
  type: string;
  subject: string;
  version: number;
  projectId: string;
  key: string;
  actor: string | null;
};

/** What the server says, by `services/notifications/contract/live.md`. */
export type ServerMessage =
  | { message: "welcome"; pingEvery: number }
  | LiveEvent
  | { message: "subscribed"; topic: string; seq: number }
  | { message: "present"; topic: string; users: string[]; count: number }
  | { message: "refetch"; topic: string | null; seq: number }
  | { message: "unsubscribed" | "error"; topic: string | null; code: string }
  | { message: "ping"; n: number; seq: number | null };

/** Reads the messages of a frame, without those that this client does not know. */
export function parse(text: string): ServerMessage[] {
  const frame: unknown = JSON.parse(text);
  return (Array.isArray(frame) ? frame : [frame]).map(read).filter((message) => message !== null);
}

function read(object: object): ServerMessage | null {
  const fields = new Map<string, unknown>(Object.entries(object));
  const word = (name: string) => optionalWord(name) ?? "";
  const optionalWord = (name: string) => {
    const value = fields.get(name);
    return typeof value === "string" ? value : null;
  };
  const number = (name: string) => optionalNumber(name) ?? 0;
  const optionalNumber = (name: string) => {
    const value = fields.get(name);
    return typeof value === "number" ? value : null;
  };
  const words = (name: string) => {
    const value = fields.get(name);
    return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
  };
  const message = word("message");
  switch (message) {
    case "welcome":
      return { message, pingEvery: number("pingEvery") };
    case "event":
      return {
        message,
        seq: number("seq"),
        type: word("type"),
        subject: word("subject"),
        version: number("version"),
        projectId: word("projectId"),
        key: word("key"),
        actor: optionalWord("actor"),
      };
    case "subscribed":
      return { message, topic: word("topic"), seq: number("seq") };
    case "present":
      return { message, topic: word("topic"), users: words("users"), count: number("count") };
    case "refetch":
      return { message, topic: optionalWord("topic"), seq: number("seq") };
    case "unsubscribed":
    case "error":
      return { message, topic: optionalWord("topic"), code: word("code") };
    case "ping":
      return { message, n: number("n"), seq: optionalNumber("seq") };
    default:
      return null;
  }
}

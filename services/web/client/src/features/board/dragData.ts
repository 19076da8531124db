import type { CardView } from "./cards";

type Data = Record<string | symbol, unknown>;

const kind = Symbol("kind");

/** What a dragged card carries. */
export function cardData(card: Pick<CardView, "key" | "statusId">): Data {
  return { [kind]: "card", statusId: card.statusId, key: card.key };
}

/** The key and status of the card in some drag data, or null when it is something else. */
export function readCard(data: Data): { key: string; statusId: string } | null {
  const { key, statusId } = data;
  return data[kind] === "card" && typeof key === "string" && typeof statusId === "string"
    ? { key, statusId }
    : null;
}

/** What a column says when something hangs over it, outside its cards. */
export function columnData(statusId: string, end: "top" | "bottom"): Data {
  return { [kind]: "column", statusId, end };
}

/** The column and end in some drag data, or null when it is something else. */
export function readColumn(data: Data): { statusId: string; end: "top" | "bottom" } | null {
  const { statusId, end } = data;
  if (data[kind] !== "column" || typeof statusId !== "string") return null;
  return { statusId, end: end === "top" ? "top" : "bottom" };
}

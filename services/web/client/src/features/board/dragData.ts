import type { CardView } from "./cards";
import type { Focus } from "./focus";

type Data = Record<string | symbol, unknown>;

const kind = Symbol("kind");

/** What a dragged card carries. */
export function cardData(card: Pick<CardView, "key" | "statusId">, lane: string): Data {
  return { [kind]: "card", statusId: card.statusId, key: card.key, lane };
}

/** The card in some drag data and where it is, or null when it is something else. */
export function readCard(data: Data): Focus | null {
  const { key, statusId, lane } = data;
  const isCard = typeof key === "string" && typeof statusId === "string" && typeof lane === "string";
  return data[kind] === "card" && isCard ? { key, statusId, lane } : null;
}

/** What a column says when something hangs over it, outside its cards. */
export function columnData(statusId: string, lane: string, end: "top" | "bottom"): Data {
  return { [kind]: "column", statusId, lane, end };
}

/** The column, lane and end in some drag data, or null when it is something else. */
export function readColumn(data: Data): { statusId: string; lane: string; end: "top" | "bottom" } | null {
  const { statusId, lane, end } = data;
  if (data[kind] !== "column" || typeof statusId !== "string" || typeof lane !== "string") return null;
  return { statusId, lane, end: end === "top" ? "top" : "bottom" };
}

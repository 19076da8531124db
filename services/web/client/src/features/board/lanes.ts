import type { Move, ParentTask, Profile } from "~/shared/api/generated/api";
import { parentTypes } from "~/shared/domain/family";
import { priorities, priorityNames, typeNames } from "~/shared/domain/names";
import type { CardView } from "./cards";

/** What cards of one lane can have in common. */
export const groupings = [
  { by: "assignee", name: "Assignee", none: "Nobody" },
  { by: "epic", name: "Epic", none: "No epic" },
  { by: "priority", name: "Priority", none: "No priority" },
] as const;

export type Grouping = (typeof groupings)[number]["by"];

/** A lane as it is counted: the cards of one user, epic or priority; of none with an empty id. */
export type LaneCount = { id: string; epic: ParentTask | null; counts: Readonly<Record<string, number>> };

/** A lane as it is shown. */
export type Lane = LaneCount & { by: Grouping; name: string };

/** Reads the grouping from the address. */
export function toGrouping(text: string | undefined): Grouping | null {
  return groupings.find(({ by }) => by === text)?.by ?? null;
}

/** The lane that a card is in. */
export function laneIdOf(card: CardView, by: Grouping): string {
  if (by === "assignee") return card.assigneeId ?? "";
  if (by === "priority") return card.priority;
  return card.parent?.type === "epic" ? card.parent.key : "";
}

/** The cards of a lane in the query language; only a subtask has a parent that is no epic. */
export function laneQuery({ by, id }: Pick<Lane, "by" | "id">): string {
  if (by === "priority") return `priority = ${id}`;
  if (by === "assignee") return id ? `assignee = ${id}` : "assignee IS EMPTY";
  return id ? `parent = ${id}` : "parent IS EMPTY OR type = subtask";
}

/** The filter of a lane within the board's, as parameters of the task list. */
export function laneFilter(filter: string, lane: Pick<Lane, "by" | "id"> | null): string {
  if (!lane) return filter;
  return `${filter ? `${filter}&` : ""}${new URLSearchParams({ query: laneQuery(lane) })}`;
}

/** What a move into a lane changes of cards beside their place; nothing when all are in it. */
export function laneFields(
  moved: readonly CardView[],
  lane: Pick<Lane, "by" | "id"> | null,
): Pick<Move, "assigneeId" | "priority" | "parentKey"> {
  if (!lane || moved.every((card) => laneIdOf(card, lane.by) === lane.id)) return {};
  return fieldsOf(lane);
}

/** What is the same of all cards of a lane. */
export function fieldsOf(lane: Pick<Lane, "by" | "id">): Pick<Move, "assigneeId" | "priority" | "parentKey"> {
  if (lane.by === "assignee") return { assigneeId: lane.id || null };
  if (lane.by === "epic") return { parentKey: lane.id || null };
  const priority = priorities.find((name) => name === lane.id);
  return priority ? { priority } : {};
}

/** Why a card may not come into a lane, as far as the board knows; null when it may. */
export function laneRefusal(
  { type }: Pick<CardView, "type">,
  { by, id }: Pick<Lane, "by" | "id">,
  people: ReadonlyMap<string, Profile>,
): string | null {
  if (by === "epic" && id && !parentTypes[type].includes("epic"))
    return `not for ${typeNames[type].toLowerCase()}s`;
  return by === "assignee" && people.get(id)?.active === false ? "inactive" : null;
}

/** A card as a move leaves it. */
export function movedCard(card: CardView, to: Move, lanes: readonly LaneCount[]): CardView {
  const { statusId, assigneeId = card.assigneeId, priority = card.priority, parentKey } = to;
  const epic = lanes.find(({ id }) => id === parentKey)?.epic ?? null;
  return { ...card, statusId, assigneeId, priority, parent: parentKey === undefined ? card.parent : epic };
}

/** The lanes in their order: people by name, epics as they are ranked, the most urgent first; those without come last. */
export function inOrder(
  by: Grouping,
  counted: readonly LaneCount[],
  people: ReadonlyMap<string, Profile>,
): Lane[] {
  const none = groupings.find((one) => one.by === by)?.none ?? "";
  const wanted = by === "priority" ? priorities : [...counted.flatMap(({ id }) => id || []), ""];
  const lanes = wanted.map((id): Lane => {
    const lane = counted.find((one) => one.id === id) ?? { id, epic: null, counts: {} };
    return { ...lane, by, name: nameOf(by, lane, people) ?? none };
  });
  if (by !== "assignee") return lanes;
  return lanes.sort((a, b) => Number(!a.id) - Number(!b.id) || a.name.localeCompare(b.name));
}

function nameOf(by: Grouping, { id, epic }: LaneCount, people: ReadonlyMap<string, Profile>) {
  if (!id) return undefined;
  if (by === "assignee") return people.get(id)?.name ?? "Unknown person";
  return epic?.title ?? priorities.flatMap((name) => (name === id ? priorityNames[name] : []))[0];
}

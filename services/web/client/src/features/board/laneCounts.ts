import type { CardView } from "./cards";
import { type Grouping, type LaneCount, laneIdOf } from "./lanes";

/** The counts after a card came to a place, from another one or anew. */
export function recounted(
  lanes: readonly LaneCount[],
  by: Grouping,
  from: CardView | null,
  to: CardView,
): LaneCount[] {
  const source = from && laneIdOf(from, by);
  const target = laneIdOf(to, by);
  const isNew = lanes.every(({ id }) => id !== target);
  const all = isNew ? [...lanes, { id: target, epic: null, counts: {} }] : lanes;
  return all.map((lane) => {
    const counts: Record<string, number> = { ...lane.counts };
    if (from && lane.id === source) counts[from.statusId] = Math.max(0, (counts[from.statusId] ?? 0) - 1);
    if (lane.id === target) counts[to.statusId] = (counts[to.statusId] ?? 0) + 1;
    return { ...lane, counts };
  });
}

/** How many cards a lane has. */
export function countOf({ counts }: LaneCount): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

import { useCallback, useRef } from "react";
import type { Status } from "~/shared/api/generated/api";
import { useSelection } from "~/shared/domain/useSelection";
import type { CardView } from "./cards";
import type { PlaceOf } from "./places";

type Sight = { statuses: readonly Status[]; lanes: readonly string[]; placeOf: PlaceOf };

/** The selected cards of a board: column by column, from the first lane in sight to the last. */
export function useCardSelection(project: string, { statuses, lanes, placeOf }: Sight) {
  const read = () => statuses.flatMap(({ id }) => lanes.flatMap((lane) => placeOf(id, lane).cards));
  const { keys, select, clear, tasks } = useSelection<CardView>(read);
  const current = useRef({ read, keys });
  current.current = { read, keys };
  const takenWith = useCallback((card: CardView): readonly CardView[] => {
    const { read: readNow, keys: now } = current.current;
    return now.has(card.key) ? readNow().filter(({ key }) => now.has(key)) : [card];
  }, []);
  const bar = {
    selected: {
      project,
      which: { tasks: tasks.map(({ key }) => key) },
      count: tasks.length,
      from: tasks.map(({ statusId }) => statusId),
    },
    more: null,
    clear,
  };
  return { keys, select, takenWith, bar: tasks.length > 0 ? bar : null };
}

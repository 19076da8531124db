import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { type ColumnPages, cardsOf } from "./cards";
import { type Grouping, laneFilter } from "./lanes";
import type { PlaceOf } from "./places";
import { columnQuery } from "./queries";

/** Finds the places of a board with the cards that are loaded. */
export function usePlaces(project: string, filter: string, by: Grouping | null): PlaceOf {
  const client = useQueryClient();
  return useCallback(
    (statusId, id) => {
      const lane = by && { by, id };
      const { queryKey } = columnQuery(project, statusId, laneFilter(filter, lane));
      return { statusId, lane, cards: cardsOf(client.getQueryData<ColumnPages>(queryKey)) };
    },
    [client, project, filter, by],
  );
}

import { useMemo } from "react";
import type { Status } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { asQuery, withQueried } from "~/shared/domain/queryText";
import { bodyOf } from "~/shared/domain/queryTokens";
import { everything, type TaskFilter, toParameters } from "~/shared/domain/taskFilter";

/** The filter as its chips show it, and how chips and query write it: once there is a query, all goes into its text. */
export function useQueryChips(
  filter: TaskFilter,
  statuses: readonly Status[],
  onFilter: (filter: TaskFilter) => void,
) {
  const people = usePeople();
  const names = useMemo(() => ({ statuses, people: [...people.values()] }), [statuses, people]);
  const chips = useMemo(() => withQueried(filter, names), [filter, names]);
  const alone = { ...filter, query: "" };
  return {
    chips,
    // an order alone asks for nothing
    onChips: (next: TaskFilter) => onFilter(bodyOf(filter.query) ? asQuery(filter.query, next, names) : next),
    onQuery: (query: string) => {
      if (query === "" || toParameters(alone) === "") onFilter({ ...alone, query });
      else onFilter(asQuery(query, withQueried({ ...alone, query }, names), names));
    },
    onClear: () => onFilter(everything),
  };
}

import { useCallback, useMemo, useState } from "react";
import type { Profile, Status } from "~/shared/api/generated/api";
import type { TaskFilter } from "~/shared/domain/taskFilter";
import type { Selected } from "~/shared/domain/useBulk";
import { useSelection } from "~/shared/domain/useSelection";
import { useHeldKeys } from "~/shared/keys/useHeldKeys";
import { listParameters } from "./queries";
import type { TaskList } from "./useTaskList";
import type { ListView } from "./view";
import { contentOf } from "./viewContent";

type Around = {
  project: string;
  filter: TaskFilter;
  view: ListView;
  found: TaskList;
  statuses: readonly Status[];
  people: ReadonlyMap<string, Profile>;
  canChange: boolean;
};

/** What is selected in a list: rows, or all that match, beyond what is read; those are a query then. */
export function useListSelection({ project, filter, view, found, statuses, people, canChange }: Around) {
  const { tasks, list, total, isOpenEnded } = found;
  const { selectAll: selectRead, select: selectOne, clear: clearRead, ...read } = useSelection(() => tasks);
  const parameters = listParameters(filter, view);
  const [whole, setWhole] = useState<string | null>(null);
  const isWhole = whole === parameters;

  const select = useCallback(
    (key: string, range: boolean) => {
      setWhole(null);
      selectOne(key, range);
    },
    [selectOne],
  );
  const clear = () => {
    setWhole(null);
    clearRead();
  };
  const selectAll = () => {
    selectRead();
    if (list.hasNextPage) setWhole(parameters);
    return true;
  };
  useHeldKeys({ a: canChange && tasks.length > 0 ? selectAll : undefined });

  const everything = useMemo(() => new Set(tasks.map(({ key }) => key)), [tasks]);
  const named = read.tasks.map(({ key }) => key);
  const counted = isOpenEnded ? null : total;
  const selected: Selected = isWhole
    ? {
        project,
        which: { query: contentOf(filter, view, { statuses, people: [...people.values()] }).query },
        count: counted,
      }
    : {
        project,
        which: { tasks: named },
        count: named.length,
        from: read.tasks.map(({ statusId }) => statusId),
      };
  const hasMore = !isWhole && list.hasNextPage && named.length === tasks.length;
  return {
    keys: isWhole ? everything : read.keys,
    isAny: isWhole || named.length > 0,
    selected,
    select,
    clear,
    /** How all that match are selected, when all that are read are and there are more. */
    more: hasMore ? { count: counted, select: selectAll } : null,
  };
}

export type ListSelection = ReturnType<typeof useListSelection>;

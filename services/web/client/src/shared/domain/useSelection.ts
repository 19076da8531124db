import { useCallback, useRef, useState } from "react";
import type { TaskItem } from "~/shared/api/generated/api";

/** The selected tasks of a list; a range goes from the one selected last. */
export function useSelection(tasks: readonly TaskItem[]) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const known = useRef(tasks);
  known.current = tasks;
  const select = useCallback((key: string, range: boolean) => {
    const from = known.current.findIndex((task) => task.key === last.current);
    const to = known.current.findIndex((task) => task.key === key);
    last.current = key;
    setKeys((before) => {
      const next = new Set(before);
      if (range && from >= 0) {
        for (const task of known.current.slice(Math.min(from, to), Math.max(from, to) + 1))
          next.add(task.key);
      } else if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  const selectAll = useCallback(() => setKeys(new Set(known.current.map(({ key }) => key))), []);
  const clear = useCallback(() => setKeys(new Set()), []);
  return { keys, select, selectAll, clear, tasks: tasks.filter((task) => keys.has(task.key)) };
}

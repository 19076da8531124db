import { useCallback, useRef, useState } from "react";

/** The selected among the tasks that there are, in their order; a range goes from the one selected last. */
export function useSelection<T extends { key: string }>(read: () => readonly T[]) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const known = useRef(read);
  known.current = read;
  const select = useCallback((key: string, range: boolean) => {
    const tasks = known.current();
    const from = tasks.findIndex((task) => task.key === last.current);
    const to = tasks.findIndex((task) => task.key === key);
    last.current = key;
    setKeys((before) => {
      const next = new Set(before);
      if (range && from >= 0) {
        for (const task of tasks.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(task.key);
      } else if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  const selectAll = useCallback(() => setKeys(new Set(known.current().map(({ key }) => key))), []);
  const clear = useCallback(() => setKeys(new Set()), []);
  const tasks = keys.size === 0 ? [] : read().filter((task) => keys.has(task.key));
  return { keys, select, selectAll, clear, tasks };
}

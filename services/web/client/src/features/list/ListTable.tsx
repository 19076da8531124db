import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type RefObject, useCallback, useEffect } from "react";
import { holdInRange } from "~/shared/lib/holdInRange";
import { tracks } from "./fitting";
import { useList } from "./ListContext";
import { ListHead } from "./ListHead";
import { ListRow } from "./ListRow";
import type { TaskList } from "./useTaskList";

type ListTableProps = {
  surface: RefObject<HTMLDivElement | null>;
  found: TaskList;
  focused: string | null;
  selected: ReadonlySet<string>;
  asCards: boolean;
};

const readAhead = 40;

/** The part of the table that is in sight; places whose tasks are not read yet are blank, and coming near reads them. */
export function ListTable(props: ListTableProps) {
  const { surface, found, focused, selected, asCards } = props;
  const { shown } = useList();
  const { list, tasks, total } = found;
  const held = tasks.findIndex((task) => task.key === focused);
  const rows = useVirtualizer({
    count: list.isPending ? 12 : total,
    getScrollElement: () => surface.current,
    estimateSize: () => (asCards ? 62 : 36),
    getItemKey: (index) => tasks[index]?.key ?? `blank-${index}`,
    overscan: 10,
    scrollPaddingStart: asCards ? 0 : 34,
    rangeExtractor: useCallback((range) => holdInRange(range, held), [held]),
  });
  const last = rows.range?.endIndex ?? 0;
  const more = list.hasNextPage && !list.isFetching && !list.isFetchNextPageError;
  const { fetchNextPage } = list;

  useEffect(() => {
    if (more && last >= tasks.length - readAhead) void fetchNextPage();
  }, [more, last, tasks.length, fetchNextPage]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new focus scrolls
  useEffect(() => {
    if (held >= 0) rows.scrollToIndex(held, { align: "auto" });
  }, [focused]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another layout has other heights
  useEffect(() => rows.measure(), [asCards]);

  const style: CSSProperties & Record<"--list-tracks", string> = { "--list-tracks": tracks(shown) };
  return (
    <div
      className={asCards ? "list-grid list-cards" : "list-grid"}
      role="grid"
      aria-label="Tasks"
      aria-rowcount={found.isOpenEnded ? -1 : total + 1}
      aria-multiselectable="true"
      aria-busy={list.isPending}
      data-stale={list.isPlaceholderData || undefined}
      style={style}
    >
      <ListHead />
      <div className="list-run" role="rowgroup" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const task = tasks[row.index];
          return (
            <div
              key={row.key}
              ref={rows.measureElement}
              data-index={row.index}
              className="list-place"
              role="presentation"
              style={{ top: row.start }}
            >
              {task ? (
                <ListRow
                  task={task}
                  index={row.index}
                  tabbable={held >= 0 ? row.index === held : row.index === 0}
                  selected={selected.has(task.key)}
                />
              ) : (
                <div className="list-blank" aria-hidden="true">
                  <span className="skeleton-block" />
                </div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { holdInRange } from "~/shared/lib/holdInRange";
import { classes } from "~/shared/ui/classes";
import { useBacklog } from "./BacklogContext";
import { BacklogRow } from "./BacklogRow";
import { CompletedSprints } from "./CompletedSprints";
import { nameOf } from "./names";
import { SectionHead } from "./SectionHead";
import type { Row, Section } from "./sections";
import { useSectionDrop } from "./useSectionDrop";

type BacklogRowsProps = {
  surface: RefObject<HTMLDivElement | null>;
  rows: readonly Row[];
  folded: ReadonlySet<string>;
  focused: string | null;
  selected: ReadonlySet<string>;
  onMore: (() => void) | null;
};

const readAhead = 40;
const heights = { head: 52, task: 36, empty: 64, past: 44 };

/** The part of all sections that is in sight; coming near the end reads more of the backlog. */
export function BacklogRows({ surface, rows, folded, focused, selected, onMore }: BacklogRowsProps) {
  const held = rows.findIndex((row) => row.kind === "task" && row.task.key === focused);
  const first = rows.findIndex((row) => row.kind === "task");
  const drawn = useVirtualizer({
    count: rows.length,
    getScrollElement: () => surface.current,
    estimateSize: (index) => heights[rows[index]?.kind ?? "task"],
    getItemKey: (index) => keyOf(rows[index]) ?? index,
    overscan: 12,
    rangeExtractor: useCallback((range) => holdInRange(range, held), [held]),
  });
  const last = drawn.range?.endIndex ?? 0;

  useEffect(() => {
    if (onMore && last >= rows.length - readAhead) onMore();
  }, [onMore, last, rows.length]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new focus scrolls
  useEffect(() => {
    if (held >= 0) drawn.scrollToIndex(held, { align: "auto" });
  }, [focused]);

  return (
    <div className="backlog-run" style={{ height: drawn.getTotalSize() }}>
      {drawn.getVirtualItems().map((item) => {
        const row = rows[item.index];
        return row ? (
          <div
            key={item.key}
            ref={drawn.measureElement}
            data-index={item.index}
            className="backlog-place"
            style={{ top: item.start }}
          >
            {row.kind === "past" ? (
              <CompletedSprints />
            ) : row.kind === "head" ? (
              <SectionHead section={row.section} folded={folded.has(row.section.id)} />
            ) : row.kind === "empty" ? (
              <EmptySection section={row.section} />
            ) : (
              <BacklogRow
                task={row.task}
                section={row.section}
                tabbable={item.index === (held >= 0 ? held : first)}
                selected={selected.has(row.task.key)}
              />
            )}
          </div>
        ) : null;
      })}
    </div>
  );
}

/** Says what belongs into a section without tasks, and takes them. */
function EmptySection({ section }: { section: Section }) {
  const ref = useRef<HTMLParagraphElement>(null);
  const { canPlan } = useBacklog();
  const over = useSectionDrop(ref, section.id, canPlan);
  return (
    <p ref={ref} className={classes("backlog-empty", over && "backlog-over")}>
      {section.sprint
        ? canPlan
          ? `Drag tasks here to plan ${nameOf(section)}, or press M on a task.`
          : "Nothing is planned for it yet."
        : "Nothing waits: every open task is in a sprint."}
    </p>
  );
}

function keyOf(row: Row | undefined): string | undefined {
  if (!row || row.kind === "past") return row?.kind;
  return row.kind === "task" ? row.task.key : `${row.kind} ${row.section.id}`;
}

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { toggled } from "~/shared/domain/taskFilter";
import type { BarPlace } from "./arrows";
import { arrowsOf, dependenciesQuery, isLate } from "./dependencies";
import { groupsOf, rowsOf } from "./rows";
import { placeOf, type Scale } from "./scale";
import { isPoint, type Span } from "./spans";
import type { ScheduleScreen } from "./useScheduleScreen";

export const rowHeight = 32;
const pointHalf = 7;

type Shown = { project: string; range: Span; scale: Scale; side: boolean };

/** The rows of a timeline, the dependencies between them, and which of them are folded. */
export function useTimelineRows(screen: ScheduleScreen, { project, range, scale, side }: Shown) {
  const { dated, undated, actions } = screen;
  const [folded, setFolded] = useState<readonly string[]>([]);
  const fold = useCallback((id: string) => setFolded((ids) => toggled(ids, id)), []);
  const rows = useMemo(
    () => rowsOf(groupsOf(dated), side ? undated : [], new Set(folded)),
    [dated, undated, side, folded],
  );
  const keys = useMemo(() => dated.map(({ task }) => task.key).sort(), [dated]);
  const { data: dependencies = [] } = useQuery({
    ...dependenciesQuery(project, keys),
    placeholderData: keepPreviousData,
  });

  const spans = useMemo(() => new Map(dated.map((span) => [span.task.key, span])), [dated]);
  const arrows = useMemo(() => {
    const places = new Map<string, BarPlace>();
    rows.forEach((row, index) => {
      const span = row.kind === "task" ? row.span : row.group.own;
      if (!span) return;
      const { left, width } = placeOf(span, range, scale);
      const [start, end] = isPoint(span)
        ? [left + width / 2 - pointHalf, left + width / 2 + pointHalf]
        : [left, left + width];
      places.set(span.task.key, { left: start, right: end, middle: (index + 0.5) * rowHeight });
    });
    return arrowsOf(dependencies, spans, places, actions.categories, rowHeight);
  }, [rows, spans, dependencies, range, scale, actions.categories]);

  const blockers = useMemo(() => {
    const found = new Map<string, { key: string; isLate: boolean }[]>();
    for (const { blocker, blocked } of dependencies) {
      const [first, second] = [spans.get(blocker), spans.get(blocked)];
      const late = first && second ? isLate({ blocker: first, blocked: second }, actions.categories) : false;
      found.set(blocked, [...(found.get(blocked) ?? []), { key: blocker, isLate: late }]);
    }
    return found;
  }, [dependencies, spans, actions.categories]);
  return { rows, fold, arrows, blockers };
}

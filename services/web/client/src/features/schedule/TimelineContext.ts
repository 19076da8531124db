import { createContext, use } from "react";
import type { TaskItem } from "~/shared/api/generated/api";
import type { Scale } from "./scale";
import type { Part, Span } from "./spans";

/** What rows and bars need from the timeline around them. */
export type TimelineActions = {
  range: Span;
  scale: Scale;
  blockers: ReadonlyMap<string, readonly { key: string; isLate: boolean }[]>;
  fold: (id: string) => void;
  move: (task: TaskItem, part: Part, days: number) => void;
};

const TimelineContext = createContext<TimelineActions | null>(null);

export const TimelineProvider = TimelineContext.Provider;

/** The timeline around this component. */
export function useTimeline(): TimelineActions {
  const timeline = use(TimelineContext);
  if (!timeline) throw new Error("useTimeline must be called inside a timeline");
  return timeline;
}

import { useQuery } from "@tanstack/react-query";
import { type FocusEvent, type ReactNode, type RefObject, useMemo, useState } from "react";
import type { Status } from "~/shared/api/generated/api";
import type { QueryFault } from "~/shared/api/problem";
import { includesRole, projectQuery } from "~/shared/api/projects";
import { nearness } from "~/shared/commands/registry";
import { useChangeTask } from "~/shared/domain/useChangeTask";
import { useTaskCommands } from "~/shared/domain/useTaskCommands";
import type { Place } from "./place";
import type { Asked, Range } from "./range";
import { categoriesOf, type ScheduleActions } from "./ScheduleContext";
import { datedOf, overlaps } from "./spans";
import { useNudge } from "./useNudge";
import { useSchedule } from "./useSchedule";

/** What a page gives to a calendar or a timeline. */
export type ScheduleProps = {
  project: string;
  asked: Asked;
  place: Place;
  openKey: string | undefined;
  onPlace: (change: Place) => void;
  onArchived: (archived: boolean) => void;
  onOpen: (key: string) => void;
  onCreate: () => void;
  /** The search above it, which both share with the list. */
  search: (statuses: readonly Status[], fault: QueryFault | null, display: ReactNode) => ReactNode;
};

const none: Status[] = [];

/** What a calendar and a timeline have in common: tasks in time, how they move, and which has the focus. */
export function useScheduleScreen(
  { project, asked, openKey, onOpen }: ScheduleProps,
  range: Range,
  surface: RefObject<HTMLElement | null>,
) {
  const head = useQuery(projectQuery(project));
  const statuses = head.data?.statuses ?? none;
  const schedule = useSchedule(project, asked, range);
  const change = useChangeTask(project);
  const { tasks, nudge, want } = useNudge(schedule.tasks, change);
  const [focused, setFocused] = useState<string | null>(null);
  const canChange = includesRole(head.data?.role, "member") && !asked.archived;

  const dated = useMemo(() => datedOf(tasks).filter((task) => overlaps(task, range)), [tasks, range]);
  const undated = useMemo(() => tasks.filter(({ dueDate }) => !dueDate), [tasks]);
  const actions = useMemo<ScheduleActions>(
    () => ({ categories: categoriesOf(statuses), canChange, openKey, open: onOpen }),
    [statuses, canChange, openKey, onOpen],
  );
  const task = tasks.find(({ key }) => key === focused);
  const subject = useMemo(
    () =>
      task && {
        task,
        change: (patch: Parameters<typeof change>[1]) => change(task, patch),
        fixed: !canChange,
      },
    [task, change, canChange],
  );
  useTaskCommands(subject, nearness.focused);

  const keyAt = (element: EventTarget) =>
    element instanceof HTMLElement ? element.closest<HTMLElement>("[data-task]")?.dataset["task"] : undefined;
  const on = {
    onFocus: ({ target }: FocusEvent) => setFocused(keyAt(target) ?? null),
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (!surface.current?.contains(relatedTarget)) setFocused(null);
    },
  };
  const retry = () => {
    void head.refetch();
    schedule.readAgain();
  };
  const error = head.error ?? schedule.error;
  return {
    actions,
    statuses,
    schedule,
    dated,
    undated,
    tasks,
    focused,
    keyAt,
    change,
    nudge,
    want,
    on,
    error,
    retry,
  };
}

export type ScheduleScreen = ReturnType<typeof useScheduleScreen>;

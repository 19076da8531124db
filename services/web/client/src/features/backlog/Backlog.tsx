import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import type { TaskItem } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { includesRole, projectQuery } from "~/shared/api/projects";
import { ProjectFailure } from "~/shared/domain/ProjectFailure";
import { useSelection } from "~/shared/domain/useSelection";
import { Skeleton } from "~/shared/ui/States";
import { type Asked, type BacklogActions, BacklogProvider } from "./BacklogContext";
import { BacklogRows } from "./BacklogRows";
import { FirstSprint } from "./FirstSprint";
import { PlanSelected } from "./PlanSelected";
import { SprintDialogs } from "./SprintDialogs";
import { rowsOf } from "./sections";
import { useBacklogCommands } from "./useBacklogCommands";
import { useBacklogDrop } from "./useBacklogDrop";
import { useBacklogKeys } from "./useBacklogKeys";
import { usePlan } from "./usePlan";
import { useSections } from "./useSections";
import "./backlog.css";

type BacklogProps = {
  project: string;
  openKey: string | undefined;
  onOpen: (key: string) => void;
  onCreate: () => void;
};

/** A project's open sprints and, below them, what waits; tasks go from one to the other. */
export function Backlog({ project, openKey, onOpen, onCreate }: BacklogProps) {
  const head = useQuery(projectQuery(project));
  const people = usePeople();
  const { sections, sprints, backlog, isPending, error, retry } = useSections(project);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked | null>(null);
  const surface = useRef<HTMLDivElement>(null);
  const canPlan = includesRole(head.data?.role, "member");
  const plan = usePlan(project);

  const rows = useMemo(() => rowsOf(sections, folded), [sections, folded]);
  const tasks = useMemo(() => rows.flatMap((row) => (row.kind === "task" ? [row.task] : [])), [rows]);
  const { keys: selected, select, clear, tasks: chosen } = useSelection(() => tasks);
  const move = useCallback<BacklogActions["move"]>(
    (task, to) => {
      const taken: readonly TaskItem[] = selected.has(task.key) ? chosen : [task];
      const place = to(new Set(taken.map(({ key }) => key)));
      if (place) plan(taken, place);
    },
    [plan, selected, chosen],
  );
  const fold = useCallback(
    (section: string) =>
      setFolded((before) => {
        const next = new Set(before);
        if (!next.delete(section)) next.add(section);
        return next;
      }),
    [],
  );
  const actions = useMemo<BacklogActions>(
    () => ({
      project,
      statuses: head.data?.statuses ?? [],
      people,
      sections,
      canPlan,
      openKey,
      open: onOpen,
      move,
      select,
      fold,
      ask: setAsked,
    }),
    [project, head.data, people, sections, canPlan, openKey, onOpen, move, select, fold],
  );
  const keys = useBacklogKeys({ surface, tasks, sections, canPlan, move, select });
  useBacklogDrop(surface, actions);
  useBacklogCommands(actions, keys.isHere ? tasks.find(({ key }) => key === keys.focused) : undefined);

  const failure = head.error ?? error;
  if (failure) return <ProjectFailure project={project} what="backlog" error={failure} onRetry={retry} />;
  const more = backlog.hasNextPage && !backlog.isFetching && !folded.has("backlog");
  return (
    <BacklogProvider value={actions}>
      <div ref={surface} className="backlog-scroll" aria-busy={isPending} {...keys.on}>
        {isPending ? (
          <Skeleton label="Loading the backlog" lines={10} />
        ) : (
          <>
            {sprints.length === 0 ? <FirstSprint isEmpty={tasks.length === 0} onCreate={onCreate} /> : null}
            <BacklogRows
              surface={surface}
              rows={rows}
              folded={folded}
              focused={keys.focused}
              selected={selected}
              onMore={more ? () => void backlog.fetchNextPage() : null}
            />
          </>
        )}
      </div>
      {chosen.length > 0 ? <PlanSelected tasks={chosen} onClear={clear} /> : null}
      {asked ? <SprintDialogs asked={asked} onClose={() => setAsked(null)} /> : null}
    </BacklogProvider>
  );
}

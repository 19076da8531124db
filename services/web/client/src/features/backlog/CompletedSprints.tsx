import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Sprint } from "~/shared/api/generated/api";
import { includesRole, useProjectRole } from "~/shared/api/projects";
import { completedSprintsQuery } from "~/shared/api/sprints";
import { Button } from "~/shared/ui/Button";
import { Icon } from "~/shared/ui/Icon";
import { Skeleton } from "~/shared/ui/States";
import { useBacklog } from "./BacklogContext";
import { amount, datesOf } from "./names";

/** The sprints that are over, under a fold, each with what it came to. */
export function CompletedSprints() {
  const { project } = useBacklog();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="backlog-past" aria-label="Completed sprints">
      <button
        type="button"
        className="backlog-fold backlog-past-fold"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="chevron" /> Completed sprints
      </button>
      {isOpen ? <Past project={project} /> : null}
    </section>
  );
}

function Past({ project }: { project: string }) {
  const past = useInfiniteQuery(completedSprintsQuery(project));
  const sprints = past.data?.pages.flatMap((page) => page.items) ?? [];
  if (past.isPending) return <Skeleton label="Loading completed sprints" lines={2} />;
  if (sprints.length === 0) return <p className="backlog-empty">No sprint is completed yet.</p>;
  return (
    <>
      <ul className="backlog-outcomes">
        {sprints.map((sprint) => (
          <PastSprint key={sprint.id} sprint={sprint} />
        ))}
      </ul>
      {past.hasNextPage ? (
        <Button busy={past.isFetchingNextPage} onClick={() => void past.fetchNextPage()}>
          Show earlier ones
        </Button>
      ) : null}
    </>
  );
}

function PastSprint({ sprint }: { sprint: Sprint }) {
  const { project, ask } = useBacklog();
  const mayReopen = includesRole(useProjectRole(project), "maintainer");
  const { outcome, scope } = sprint;
  return (
    <li>
      <h3>{sprint.name}</h3>
      <span className="backlog-dates">{datesOf(sprint)}</span>
      {outcome && scope ? (
        <p>
          {amount(outcome.done)} done of {amount(scope.committed)} committed
          {outcome.added.tasks > 0 ? `; ${amount(outcome.added)} added` : ""}
          {outcome.removed.tasks > 0 ? `; ${amount(outcome.removed)} removed` : ""}
          {outcome.carriedOver.tasks > 0 ? `; ${amount(outcome.carriedOver)} carried over` : ""}
        </p>
      ) : null}
      {mayReopen ? (
        <Button aria-label={`Reopen ${sprint.name}`} onClick={() => ask({ what: "reopen", sprint })}>
          Reopen
        </Button>
      ) : null}
    </li>
  );
}

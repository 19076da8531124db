import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Project } from "~/shared/api/generated/api";
import { hasStatus, reasonOf } from "~/shared/api/problem";
import { workflowQuery } from "~/shared/api/workflow";
import { Button } from "~/shared/ui/Button";
import { Icon } from "~/shared/ui/Icon";
import { Section } from "~/shared/ui/Section";
import { Failure, Skeleton } from "~/shared/ui/States";
import { useSaveWorkflow } from "./useSaveWorkflow";
import { WorkflowTable } from "./WorkflowTable";
import { everyWay, isSame, transitionsOf, type Ways, warningsOf, waysOf, withWay } from "./ways";

type WorkflowProps = { project: Project; readOnly: boolean };

/** Where tasks may go from each status: drawn up as a whole, then saved. An older api knows of none. */
export function Workflow({ project: { key, statuses }, readOnly }: WorkflowProps) {
  const query = useQuery(workflowQuery(key));
  const [draft, setDraft] = useState<Ways | null>(null);
  const save = useSaveWorkflow(key, () => setDraft(null));
  if (hasStatus(query.error, 404)) return null;
  const saved = query.data && waysOf(query.data.transitions);
  const ways = draft ?? saved;
  const every = everyWay(statuses);
  const isChanged = saved !== undefined && ways !== undefined && !isSame(saved, ways);
  return (
    <Section
      title="Workflow"
      note="Where tasks may go from each status. New and imported tasks may begin anywhere, and an undo may always go back."
    >
      {ways ? (
        <>
          <WorkflowTable
            statuses={statuses}
            ways={ways}
            readOnly={readOnly}
            onWay={(way, isOpen) => setDraft(withWay(ways, way, isOpen))}
          />
          <ul className="workflow-warnings" role="status">
            {warningsOf(statuses, ways).map((warning) => (
              <li key={warning}>
                <Icon name="warning" />
                {warning}
              </li>
            ))}
          </ul>
          {readOnly ? null : (
            <div className="form-actions">
              <Button disabled={isSame(ways, every)} onClick={() => setDraft(every)}>
                Allow every transition
              </Button>
              <Button disabled={!isChanged} onClick={() => setDraft(null)}>
                Discard
              </Button>
              <Button
                look="primary"
                disabled={!isChanged}
                busy={save.isPending}
                onClick={() => save.mutate({ transitions: transitionsOf(statuses, ways) })}
              >
                Save the workflow
              </Button>
            </div>
          )}
        </>
      ) : query.isError ? (
        <Failure
          title="The workflow could not be loaded"
          reason={reasonOf(query.error)}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <Skeleton label="Loading the workflow" lines={4} />
      )}
    </Section>
  );
}

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import type { Import } from "~/shared/api/generated/api";
import { reasonOf } from "~/shared/api/problem";
import { formatBytes, formatCount } from "~/shared/lib/format";
import { Button } from "~/shared/ui/Button";
import { Notice } from "~/shared/ui/Notice";
import { Failure, Progress, Skeleton } from "~/shared/ui/States";
import { ImportErrors } from "./ImportErrors";
import { ImportStateTag } from "./ImportStateTag";
import { importQuery, isRunning } from "./queries";

type ImportReportProps = { id: string; project: string; onRealRun: (() => void) | undefined };

/** An import as it goes on and when it has ended. It runs on the server: this page may be left and come back to. */
export function ImportReport({ id, project, onRealRun }: ImportReportProps) {
  const client = useQueryClient();
  const { data: item, isError, error, refetch } = useQuery(importQuery(id));
  const ended = item !== undefined && !isRunning(item);
  useEffect(() => {
    if (!ended) return;
    void client.invalidateQueries({ queryKey: ["board", project] });
    void client.invalidateQueries({ queryKey: ["imports", project] });
  }, [ended, client, project]);

  if (!item) {
    return isError ? (
      <Failure
        title="The import could not be loaded"
        reason={reasonOf(error)}
        onRetry={() => void refetch()}
      />
    ) : (
      <Skeleton label="Loading the import" />
    );
  }
  return (
    <>
      <section className="report" aria-label="Import">
        <header className="report-head">
          <h2>{item.filename ?? "CSV file"}</h2>
          {item.dryRun ? <span className="tag">dry run</span> : null}
          <ImportStateTag state={item.state} />
        </header>
        <Progress
          label="Import"
          value={
            item.state === "done" ? 1 : item.bytes.total === 0 ? null : item.bytes.done / item.bytes.total
          }
        />
        <p className="report-note" role="status">
          {sentence(item)}
        </p>
        <dl className="counts">
          <Count name="Rows read" count={item.rows.read} />
          <Count name="Created" count={item.rows.created} />
          <Count name="Updated" count={item.rows.updated} />
          <Count name="Unchanged" count={item.rows.unchanged} />
          <Count name="Rejected" count={item.rows.rejected} bad />
        </dl>
        {item.error ? (
          <Notice>
            {item.error.line === null ? "" : `Line ${item.error.line}: `}
            {item.error.message}
          </Notice>
        ) : null}
        {ended ? (
          <div className="report-actions">
            {item.dryRun && onRealRun ? <Button onClick={onRealRun}>Back to the file</Button> : null}
            {item.dryRun ? null : (
              <Link
                to="/projects/$key/board"
                params={{ key: project }}
                className="button-link button-primary"
              >
                Open the board
              </Link>
            )}
          </div>
        ) : null}
      </section>
      {item.rows.rejected > 0 ? <ImportErrors id={id} running={!ended} /> : null}
    </>
  );
}

function Count({ name, count, bad }: { name: string; count: number; bad?: boolean }) {
  return (
    <div className="count" data-bad={bad && count > 0}>
      <dt>{name}</dt>
      <dd>{formatCount(count)}</dd>
    </div>
  );
}

function sentence({ state, dryRun, bytes, rows }: Import): string {
  if (state === "queued") return "Waiting for its turn.";
  if (state === "running") {
    return `${formatBytes(bytes.done)} of ${formatBytes(bytes.total)} read. You may leave this page; the import goes on.`;
  }
  if (state === "failed") return "Nothing was written.";
  if (dryRun) return "Nothing was written: this only shows what an import would do.";
  return rows.rejected === 0
    ? "Every row was taken."
    : "The rejected rows are listed below; all others were taken.";
}

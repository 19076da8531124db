import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Import } from "~/shared/api/generated/api";
import { reasonOf } from "~/shared/api/problem";
import { formatAgo, formatCount } from "~/shared/lib/format";
import { Button } from "~/shared/ui/Button";
import { Notice } from "~/shared/ui/Notice";
import { Progress, Skeleton } from "~/shared/ui/States";
import { ImportStateTag } from "./ImportStateTag";
import { importsQuery, isRunning } from "./queries";

/** The imports of a project so far; a running one can be followed again from here. */
export function ImportList({ project }: { project: string }) {
  const { data, isError, error, refetch } = useQuery(importsQuery(project));
  if (!data) {
    return isError ? (
      <Notice actions={<Button onClick={() => void refetch()}>Try again</Button>}>{reasonOf(error)}</Notice>
    ) : (
      <Skeleton label="Loading earlier imports" />
    );
  }
  if (data.items.length === 0) return null;
  return (
    <section aria-label="Imports so far">
      <div className="section-head">
        <h2>Imports so far</h2>
      </div>
      <div className="rows">
        {data.items.map((item) => (
          <ImportRow key={item.id} item={item} project={project} />
        ))}
      </div>
    </section>
  );
}

function ImportRow({ item, project }: { item: Import; project: string }) {
  const { created, updated, rejected } = item.rows;
  return (
    <Link to="/projects/$key/import" params={{ key: project }} search={{ import: item.id }} className="row">
      <span className="row-main">
        <span className="row-title">{item.filename ?? "CSV file"}</span>
        <span className="row-note">
          {formatAgo(item.createdAt)} · {formatCount(created)} created · {formatCount(updated)} updated
          {rejected > 0 ? ` · ${formatCount(rejected)} rejected` : ""}
        </span>
        {isRunning(item) && item.bytes.total > 0 ? (
          <Progress
            label={`Import of ${item.filename ?? "a file"}`}
            value={item.bytes.done / item.bytes.total}
          />
        ) : null}
      </span>
      {item.dryRun ? <span className="tag">dry run</span> : null}
      <ImportStateTag state={item.state} />
    </Link>
  );
}

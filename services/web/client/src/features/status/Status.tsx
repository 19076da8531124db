import { useQuery } from "@tanstack/react-query";
import type { ServiceStatus, State } from "~/shared/api/generated/health";
import { reasonOf } from "~/shared/api/problem";
import { statusQuery } from "~/shared/api/status";
import { formatAgo, formatUptime } from "~/shared/lib/format";
import { useTitle } from "~/shared/lib/useTitle";
import { PageBar } from "~/shared/ui/PageBar";
import { Failure, Skeleton } from "~/shared/ui/States";

const looks: Record<State, { name: string; look: string }> = {
  up: { name: "Up", look: "tag tag-good" },
  degraded: { name: "Degraded", look: "tag tag-warn" },
  down: { name: "Down", look: "tag tag-bad" },
};

const sentences: Record<State, string> = {
  up: "Everything works.",
  degraded: "A part of PMT does not work as it should.",
  down: "PMT is of no use just now.",
};

/** How each service of this installation is. */
export function Status() {
  useTitle("Status");
  const report = useQuery(statusQuery);
  return (
    <>
      <PageBar title="Status of PMT" />
      <div className="page-body">
        <div className="page-column">
          {report.data ? (
            <section aria-label="Services">
              <div className="section-head">
                <h2>{sentences[report.data.status]}</h2>
                <p>checked {formatAgo(report.data.checkedAt)}</p>
              </div>
              <ul className="rows">
                {report.data.services.map((service) => (
                  <ServiceRow key={service.name} service={service} />
                ))}
              </ul>
            </section>
          ) : report.isError ? (
            <Failure
              title="The status could not be loaded"
              reason={reasonOf(report.error)}
              onRetry={() => void report.refetch()}
            />
          ) : (
            <Skeleton label="Loading the status" lines={6} />
          )}
        </div>
      </div>
    </>
  );
}

function ServiceRow({ service }: { service: ServiceStatus }) {
  const { name, state, version, uptimeSeconds, detail } = service;
  const facts = [
    version ? `version ${version}` : "",
    uptimeSeconds === undefined ? "" : `up for ${formatUptime(uptimeSeconds)}`,
  ];
  return (
    <li className="row">
      <span className="row-main">
        <span className="row-title">{name}</span>
        <span className="row-note">{detail ?? facts.filter(Boolean).join(" · ")}</span>
      </span>
      <span className={looks[state].look}>{looks[state].name}</span>
    </li>
  );
}

import { useQuery } from "@tanstack/react-query";
import type { ServiceMap as Report } from "~/shared/api/generated/health";
import { reasonOf } from "~/shared/api/problem";
import { useMe } from "~/shared/api/session";
import { formatUptime } from "~/shared/lib/format";
import { useNow } from "~/shared/lib/useNow";
import { useTitle } from "~/shared/lib/useTitle";
import { PageBar } from "~/shared/ui/PageBar";
import { Empty, Failure, Skeleton } from "~/shared/ui/States";
import { ProcessCard, Unplaced } from "./ProcessCard";
import { mapQuery } from "./queries";
import { summaryOf, trafficOf } from "./words";
import "./map.css";

/** Which services run in which processes, with which data, and how they are used; for administrators. */
export function ServiceMap() {
  useTitle("Map");
  const isAdmin = useMe()?.role === "admin";
  return (
    <>
      <PageBar title="Map" />
      <div className="page-body">
        <div className="map">
          {isAdmin ? (
            <Live />
          ) : (
            <Empty icon="map" title="Only administrators see the map">
              <p>The status of PMT tells everybody how its services are.</p>
            </Empty>
          )}
        </div>
      </div>
    </>
  );
}

function Live() {
  const map = useQuery(mapQuery);
  if (map.data === undefined) {
    return map.isError ? (
      <Failure
        title="The map could not be loaded"
        reason={reasonOf(map.error)}
        onRetry={() => void map.refetch()}
      />
    ) : (
      <Skeleton label="Loading the map" lines={6} />
    );
  }
  return (
    <>
      <Summary map={map.data} silentSince={map.isError ? map.dataUpdatedAt : undefined} />
      <Processes map={map.data} isOld={map.isError} />
    </>
  );
}

/** Only the first sentence is told to who cannot see: it changes when a state does, the figures every two seconds. */
function Summary({ map, silentSince }: { map: Report; silentSince: number | undefined }) {
  const traffic = map.services.flatMap(({ traffic }) => (traffic ? [traffic] : []));
  return (
    <div className="map-summary">
      <div role="status">
        <h2>
          {silentSince === undefined ? summaryOf(map) : "PMT does not answer; this is what was known last."}
        </h2>
      </div>
      <p>{silentSince === undefined ? trafficOf(traffic) : <Age since={silentSince} />}</p>
    </div>
  );
}

function Age({ since }: { since: number }) {
  const now = useNow(1_000);
  return (
    <>from {formatUptime(Math.max(0, Math.round((now - since) / 1000)))} ago, asked again every two seconds</>
  );
}

function Processes({ map, isOld }: { map: Report; isOld: boolean }) {
  const { processes, services, checkedAt } = map;
  const placed = new Set(processes.flatMap((process) => process.services));
  const elsewhere = services.filter(({ name }) => !placed.has(name));
  return (
    <div className={isOld ? "processes map-old" : "processes"}>
      {processes.map((process) => (
        <ProcessCard
          key={`${process.host} ${process.pid} ${process.startedAt}`}
          process={process}
          services={services.filter(({ name }) => process.services.includes(name))}
          checkedAt={checkedAt}
        />
      ))}
      {elsewhere.length > 0 ? <Unplaced services={elsewhere} checkedAt={checkedAt} /> : null}
    </div>
  );
}

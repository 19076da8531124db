import { useQueries, useQuery } from "@tanstack/react-query";
import { reasonOf } from "~/shared/api/problem";
import { useMe } from "~/shared/api/session";
import { statusQuery } from "~/shared/api/status";
import { useTitle } from "~/shared/lib/useTitle";
import { PageBar } from "~/shared/ui/PageBar";
import { Empty, Failure, Skeleton } from "~/shared/ui/States";
import { eventsQuery } from "./queries";
import { ServiceEvents } from "./ServiceEvents";
import { summaryOf } from "./summary";
import "./events.css";

/** The event logs of all services and what listens to them, for administrators. */
export function Events() {
  useTitle("Events");
  const isAdmin = useMe()?.role === "admin";
  return (
    <>
      <PageBar title="Events" />
      <div className="page-body">
        <div className="page-column">
          {isAdmin ? (
            <Services />
          ) : (
            <Empty icon="pulse" title="Only administrators operate events">
              <p>Ask one of them if something that should have happened did not.</p>
            </Empty>
          )}
        </div>
      </div>
    </>
  );
}

function Services() {
  const status = useQuery(statusQuery);
  const names = (status.data?.services ?? []).filter(({ events }) => events).map(({ name }) => name);
  const overviews = useQueries({ queries: names.map((name) => eventsQuery(name)) });
  if (status.data === undefined) {
    return status.isError ? (
      <Failure
        title="The services could not be loaded"
        reason={reasonOf(status.error)}
        onRetry={() => void status.refetch()}
      />
    ) : (
      <Skeleton label="Loading the services" lines={4} />
    );
  }
  const known = overviews.flatMap(({ data }) => data?.consumers ?? []);
  const silent = status.data.services.filter(({ events }) => events === undefined).map(({ name }) => name);
  return (
    <>
      <div className="events-summary" role="status">
        <h2>{overviews.every(({ data }) => data) ? summaryOf(known) : "Looking…"}</h2>
        {silent.length > 0 ? <p>Not seen, because it does not answer: {silent.join(", ")}.</p> : null}
      </div>
      {names.map((name) => (
        <ServiceEvents key={name} service={name} />
      ))}
    </>
  );
}

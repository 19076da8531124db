import { useQuery } from "@tanstack/react-query";
import type { EventsOverview } from "~/shared/api/generated/events";
import { reasonOf } from "~/shared/api/problem";
import { formatCount, formatCounted } from "~/shared/lib/format";
import { Section } from "~/shared/ui/Section";
import { Failure, Skeleton } from "~/shared/ui/States";
import { ConsumerItem } from "./ConsumerItem";
import { eventsQuery } from "./queries";

/** The log of one service, and what listens in it. */
export function ServiceEvents({ service }: { service: string }) {
  const events = useQuery(eventsQuery(service));
  if (events.data === undefined) {
    return events.isError ? (
      <Failure
        title={`The events of ${service} could not be loaded`}
        reason={reasonOf(events.error)}
        onRetry={() => void events.refetch()}
      />
    ) : (
      <Skeleton label={`Loading the events of ${service}`} lines={3} />
    );
  }
  const { log, consumers } = events.data;
  return (
    <Section title={service} note={logNote(log)}>
      {consumers.length > 0 ? (
        <ul className="rows" aria-label={`Consumers of ${service}`}>
          {consumers.map((consumer) => (
            <ConsumerItem key={consumer.name} service={service} consumer={consumer} />
          ))}
        </ul>
      ) : (
        <p className="letters-more">It says what happens, and listens to nobody.</p>
      )}
    </Section>
  );
}

function logNote({ head, oldest, unstamped, epoch }: EventsOverview["log"]): string {
  return [
    `${formatCounted(head, "event")} so far`,
    oldest === null ? "none kept" : `kept from event ${formatCount(oldest)} on`,
    unstamped > 0 ? `${formatCount(unstamped)} without a position yet` : "",
    `epoch ${formatCount(epoch)}`,
  ]
    .filter(Boolean)
    .join(" · ");
}

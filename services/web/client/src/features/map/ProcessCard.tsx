import { type ReactNode, useId } from "react";
import type { MapProcess, MapService } from "~/shared/api/generated/health";
import { formatUptime } from "~/shared/lib/format";
import { ServiceItem } from "./ServiceItem";
import { ageOf, memoryOf, secondsBetween } from "./words";

type ProcessCardProps = { process: MapProcess; services: MapService[]; checkedAt: string };

/** One process and the services that run in it. */
export function ProcessCard({ process, services, checkedAt }: ProcessCardProps) {
  const { host, pid, startedAt, java, seenAt } = process;
  const age = ageOf(seenAt, checkedAt);
  const facts = [
    `on ${host}`,
    startedAt ? `running for ${formatUptime(secondsBetween(startedAt, checkedAt))}` : "",
    `Java ${java}`,
  ];
  return (
    <Card title={`Process ${pid}`} services={services} checkedAt={checkedAt}>
      <p>{facts.filter(Boolean).join(" · ")}</p>
      <p>{[memoryOf(process), age ? `last heard of ${age}` : ""].filter(Boolean).join(" · ")}</p>
    </Card>
  );
}

/** Services that have not said where they run. */
export function Unplaced({ services, checkedAt }: { services: MapService[]; checkedAt: string }) {
  return (
    <Card title="Somewhere else" services={services} checkedAt={checkedAt}>
      <p>These have not said yet in which process they run.</p>
    </Card>
  );
}

type CardProps = { title: string; services: MapService[]; checkedAt: string; children: ReactNode };

function Card({ title, services, checkedAt, children }: CardProps) {
  const heading = useId();
  return (
    <section className={services.length > 1 ? "process process-wide" : "process"} aria-labelledby={heading}>
      <div className="process-head">
        <h2 id={heading}>{title}</h2>
        {children}
      </div>
      <ul className="process-services">
        {services.map((service) => (
          <ServiceItem key={service.name} service={service} checkedAt={checkedAt} />
        ))}
      </ul>
    </section>
  );
}

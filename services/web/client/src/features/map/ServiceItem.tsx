import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { MapService } from "~/shared/api/generated/health";
import { formatCounted, formatUptime } from "~/shared/lib/format";
import { Sparkline } from "./Sparkline";
import { ageOf, lagOf, needsLook, secondsBetween, steeringOf, timesOf, trafficOf } from "./words";

const looks: Record<MapService["state"], string> = {
  up: "tag tag-good",
  degraded: "tag tag-warn",
  down: "tag tag-bad",
  unknown: "tag",
};

/** One service: how it is, how it is used, where its data are, and how far its events are. */
export function ServiceItem({ service, checkedAt }: { service: MapService; checkedAt: string }) {
  const { name, state, detail, version, startedAt, address, database, events, traffic } = service;
  const age = ageOf(service.seenAt, checkedAt);
  const since =
    startedAt && state !== "down" ? `up for ${formatUptime(secondsBetween(startedAt, checkedAt))}` : "";
  return (
    <li className={age ? "map-service map-old" : "map-service"}>
      <div className="map-head">
        <h3>{name}</h3>
        <span className={looks[state]}>{state}</span>
        {traffic ? <Sparkline values={traffic.perSecond} /> : null}
      </div>
      {detail || age ? (
        <p className="map-detail">{[detail, age ? `Last heard of ${age}.` : ""].filter(Boolean).join(" ")}</p>
      ) : null}
      {steeringOf(service).map((tag) => (
        <p key={tag.name} className="map-steering">
          <span className={tag.look}>{tag.name}</span>
        </p>
      ))}
      <dl className="map-facts">
        {traffic ? (
          <Fact name="Traffic">
            {trafficOf([traffic])}
            <span className="map-second">{timesOf(traffic)}</span>
          </Fact>
        ) : null}
        {database ? (
          <Fact name="Database">
            {database.name}, schema {database.schema}
            <span className="map-second">
              as {database.role} at {database.server}
            </span>
          </Fact>
        ) : null}
        {events ? (
          <Fact name="Events">
            <Link to="/events">{formatCounted(events.head, "event")} said</Link>
            {events.consumers.map((consumer) => (
              <span
                key={consumer.name}
                className={needsLook(consumer) ? "map-second map-look" : "map-second"}
              >
                {lagOf(consumer)}
              </span>
            ))}
          </Fact>
        ) : null}
        {version ? <Fact name="Version">{[version, since].filter(Boolean).join(" · ")}</Fact> : null}
        {address ? <Fact name="Address">{address}</Fact> : null}
      </dl>
    </li>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

import type {
  MapConsumer,
  MapProcess,
  MapService,
  MapTraffic,
  ServiceMap,
} from "~/shared/api/generated/health";
import { formatBytes, formatCount, formatCounted, formatUptime } from "~/shared/lib/format";

/** The requests of so many seconds tell how many come now. */
const NOW = 10;
/** A service that has not told anything for so many seconds is shown with the age of what it told. */
const OLD = 6;

const numbers = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

/** The sentence over the map: that all is well, or who is not. */
export function summaryOf({ services, processes }: ServiceMap): string {
  const unwell = services.filter(({ state }) => state !== "up");
  if (unwell.length > 0)
    return `${unwell.map(({ name, state }) => `${name} is ${state}`).join(", ")}.`.replace(
      "is unknown",
      "cannot be asked",
    );
  return `All ${formatCounted(services.length, "service")} are up, in ${formatCounted(processes.length, "process", "processes")}.`;
}

/** Requests a second at present. */
export function rateOf({ perSecond }: MapTraffic): number {
  const lately = perSecond.slice(-NOW);
  return lately.reduce((sum, count) => sum + count, 0) / Math.max(1, lately.length);
}

/** What came for one service, or for several together, in words. */
export function trafficOf(all: MapTraffic[]): string {
  const sum = (of: (traffic: MapTraffic) => number) => all.reduce((total, one) => total + of(one), 0);
  const requests = sum(({ requests }) => requests);
  const failed = sum(({ failed }) => failed);
  const sockets = sum(({ sockets }) => sockets);
  return [
    `${numbers.format(sum(rateOf))} requests/s`,
    requests === 0 ? "none in the last minute" : `${shareOf(failed, requests)} failed`,
    sockets > 0 ? formatCounted(sockets, "socket") : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

/** How long half, and all but one in a hundred, waited for an answer. */
export function timesOf({ p50Micros, p99Micros }: MapTraffic): string {
  if (p50Micros === undefined || p99Micros === undefined) return "";
  return `p50 ${formatMicros(p50Micros)} · p99 ${formatMicros(p99Micros)}`;
}

function shareOf(part: number, whole: number): string {
  const percent = (100 * part) / whole;
  return percent > 0 && percent < 0.1 ? "< 0.1 %" : `${numbers.format(percent)} %`;
}

function formatMicros(micros: number): string {
  const millis = micros / 1000;
  if (millis >= 1000) return `${numbers.format(millis / 1000)} s`;
  return `${millis < 10 ? numbers.format(millis) : formatCount(Math.round(millis))} ms`;
}

/** What a process takes; of services that share one nobody knows the parts. */
export function memoryOf({ resident, heapUsed, heapMost, services }: MapProcess): string {
  const heap = `heap ${formatBytes(heapUsed)} of ${formatBytes(heapMost)}`;
  const whole = resident === undefined ? heap : `${formatBytes(resident)} resident, ${heap}`;
  return services.length > 1 ? `${whole}, shared by ${services.length} services` : whole;
}

/** How far a consumer is, in words. */
export function lagOf({ name, producer, lag, paused, held }: MapConsumer): string {
  const behind =
    lag === undefined
      ? `lag behind ${producer} unknown`
      : lag === 0
        ? `has all of ${producer}`
        : `${formatCount(lag)} behind ${producer}`;
  return [`${name} ${behind}`, held > 0 ? `${formatCount(held)} held back` : "", paused ? "paused" : ""]
    .filter(Boolean)
    .join(", ");
}

/** Whether a consumer needs a look. */
export function needsLook({ lag, held, paused }: MapConsumer): boolean {
  return paused || held > 0 || lag === undefined;
}

/** What is done with a service's requests on their way, each as a tag. */
export function steeringOf({ hold, canary, shadow }: MapService): { name: string; look: string }[] {
  const warn = "tag tag-warn";
  return [
    hold ? { name: `held, ${formatCounted(hold.waiting, "waits", "wait")}`, look: warn } : null,
    canary?.rolledBack
      ? { name: `canary rolled back: ${canary.rolledBack.reason}`, look: "tag tag-bad" }
      : null,
    canary && !canary.rolledBack
      ? { name: `canary ${numbers.format(canary.weight)} % at ${canary.address}`, look: warn }
      : null,
    shadow ? { name: `shadow ${numbers.format(shadow.sample)} % at ${shadow.address}`, look: "tag" } : null,
  ].filter((tag) => tag !== null);
}

/** How long ago something was told, when that is long enough to say so. */
export function ageOf(seenAt: string | undefined, checkedAt: string): string {
  if (seenAt === undefined) return "";
  const seconds = secondsBetween(seenAt, checkedAt);
  return seconds > OLD ? `${formatUptime(seconds)} ago` : "";
}

/** Whole seconds from one moment to another. */
export function secondsBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
}

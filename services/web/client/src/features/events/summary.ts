import type { Consumer } from "~/shared/api/generated/events";
import { formatAgo, formatCount, formatCounted } from "~/shared/lib/format";

/** How many events a consumer holds back. */
export function heldBy({ deadLetters: { retrying, parked, waiting } }: Consumer): number {
  return retrying + parked + waiting;
}

/** The sentence over all consumers: what a person has to do, or that there is nothing. */
export function summaryOf(consumers: Consumer[]): string {
  const parked = consumers.reduce((sum, { deadLetters }) => sum + deadLetters.parked, 0);
  if (parked > 0) return `${formatCounted(parked, "event waits", "events wait")} for you.`;
  if (consumers.some((consumer) => consumer.error && heldBy(consumer) === 0))
    return "A consumer cannot go on.";
  const paused = consumers.filter((consumer) => consumer.paused).length;
  if (paused > 0) return `${formatCounted(paused, "consumer is", "consumers are")} paused.`;
  const busy = consumers.some((consumer) => consumer.lag !== 0 || heldBy(consumer) > 0);
  return busy ? "Events are being worked off." : "Nothing waits.";
}

/** How far a consumer is, in words. */
export function progressOf({ producer, position, lag, waitingSince }: Consumer, now: number): string {
  if (position === null) return `begins with a snapshot of ${producer}`;
  if (lag === null) return `at event ${formatCount(position)} of ${producer}, which does not answer`;
  if (lag === 0) return `has all ${formatCount(position)} events of ${producer}`;
  const since = waitingSince ? `, the oldest from ${formatAgo(waitingSince, now)}` : "";
  return `${formatCounted(lag, "event")} of ${producer} to go${since}`;
}

/** What a consumer's state looks like. */
export function tagsOf(consumer: Consumer): { name: string; look: string }[] {
  const { retrying, parked, waiting } = consumer.deadLetters;
  const tags = [
    consumer.paused ? { name: "paused", look: "tag tag-warn" } : null,
    parked > 0 ? { name: `${formatCount(parked)} parked`, look: "tag tag-bad" } : null,
    retrying > 0 ? { name: `${formatCount(retrying)} retrying`, look: "tag tag-warn" } : null,
    waiting > 0 ? { name: `${formatCount(waiting)} waiting`, look: "tag" } : null,
    consumer.error && heldBy(consumer) === 0 ? { name: "stuck", look: "tag tag-bad" } : null,
  ].filter((tag) => tag !== null);
  return tags.length > 0 ? tags : [{ name: "running", look: "tag tag-good" }];
}

import type { Typed } from "./customValues";

/** What someone typed as a duration: minutes, or a sentence that says what to write. */
type DurationInput = { minutes: number } | { error: string };

const day = 24 * 60;
const mostHours = 10_000;

/** Reads a duration of a minute to a day as typed: 1h 30m, 90m, 1.5h, 1:30; a comma is a decimal point too. */
export function readDuration(text: string): DurationInput {
  return read(text, day, "A time is from 1m to 24h.");
}

/** Reads how much work a task is thought to be, in the same form; nothing when nothing is typed. */
export function readEstimate(text: string): Typed<string> {
  if (text.trim() === "") return { value: null };
  const typed = read(text, mostHours * 60, `An estimate is from 1m to ${mostHours}h.`);
  return "error" in typed ? typed : { value: formatDuration(typed.minutes) };
}

/** An estimate as it can be typed; nothing for none, or from an older api. */
export function formatEstimate(minutes: number | null | undefined): string | null {
  return minutes ? formatDuration(minutes) : null;
}

/** The minutes of an estimate that was read. */
export function minutesOf(estimate: string | null): number | null {
  const typed = read(estimate ?? "", mostHours * 60, "");
  return "minutes" in typed ? typed.minutes : null;
}

function read(text: string, longest: number, bounds: string): DurationInput {
  const plain = text.trim().toLowerCase().replace(",", ".");
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(plain);
  const named = /^(?:(\d{1,5}(?:\.\d{1,4})?)\s*h)?\s*(?:(\d{1,4})\s*m)?$/.exec(plain);
  const [, hours, rest] = clock ?? named ?? [];
  // A bare number could be either.
  if (!hours && !rest) return { error: "Write hours or minutes, such as 2h, 90m, 1h 30m or 1:30." };
  const minutes = Math.round(Number(hours ?? 0) * 60) + Number(rest ?? 0);
  return minutes < 1 || minutes > longest ? { error: bounds } : { minutes };
}

/** Minutes in hours and minutes, as they can be typed: 3h 15m. */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h ${rest}m`;
}

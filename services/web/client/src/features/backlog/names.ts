import type { Sprint } from "~/shared/api/generated/api";
import { formatPlainDay } from "~/shared/lib/days";
import { formatCounted } from "~/shared/lib/format";
import type { Section } from "./sections";

/** What people call a section. */
export function nameOf({ sprint }: Pick<Section, "sprint">): string {
  return sprint?.name ?? "Backlog";
}

/** When a sprint is: "Nov 23 – Dec 4", "from Nov 23", or nothing. */
export function datesOf({ startsOn, endsOn }: Pick<Sprint, "startsOn" | "endsOn">): string {
  if (startsOn && endsOn) return `${formatPlainDay(startsOn)} – ${formatPlainDay(endsOn)}`;
  if (startsOn) return `from ${formatPlainDay(startsOn)}`;
  return endsOn ? `until ${formatPlainDay(endsOn)}` : "";
}

/** "9 tasks, 27.5 points". */
export function amount({ tasks, points }: { tasks: number; points: number }): string {
  const counted = formatCounted(tasks, "task");
  return points > 0 ? `${counted}, ${formatCounted(points, "point")}` : counted;
}

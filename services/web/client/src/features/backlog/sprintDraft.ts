import type { NewSprint, Sprint } from "~/shared/api/generated/api";
import { readPoints } from "~/shared/domain/points";
import { inDays } from "~/shared/lib/days";

/** A sprint as it is being filled in. */
export type SprintDraft = { name: string; goal: string; startsOn: string; endsOn: string; capacity: string };

const usualLength = 13;

/** What a form begins with: the sprint as it is, or the one that would come after the others. */
export function draftOf(sprint: Sprint | null, others: readonly Sprint[], now = new Date()): SprintDraft {
  if (sprint) {
    const { name, goal, startsOn, endsOn, capacity } = sprint;
    const begins = sprint.state === "planned" && !startsOn && !endsOn;
    return {
      name,
      goal,
      startsOn: startsOn ?? (begins ? inDays(0, now) : ""),
      endsOn: endsOn ?? (begins ? inDays(usualLength, now) : ""),
      capacity: capacity === null ? "" : String(capacity),
    };
  }
  const lastDay = others.map(({ endsOn }) => endsOn ?? "").reduce((a, b) => (a > b ? a : b), "");
  const from = lastDay >= inDays(0, now) ? dayAfter(lastDay, 1) : inDays(0, now);
  const lastCapacity = others.findLast(({ capacity }) => capacity !== null)?.capacity;
  return {
    name: nextName(others.map(({ name }) => name)),
    goal: "",
    startsOn: from,
    endsOn: dayAfter(from, usualLength),
    capacity: lastCapacity === null || lastCapacity === undefined ? "" : String(lastCapacity),
  };
}

/** The name with the next number: "Sprint 13" after "Sprint 12". */
export function nextName(names: readonly string[]): string {
  const numbers = names.map((name) => Number(/^sprint (\d+)$/i.exec(name.trim())?.[1] ?? 0));
  return `Sprint ${Math.max(0, ...numbers) + 1}`;
}

/** What is wrong with a draft, by field. */
export function faultsOf(
  draft: SprintDraft,
  needsDates: boolean,
): Partial<Record<keyof SprintDraft, string>> {
  const capacity = readPoints(draft.capacity);
  return {
    ...(draft.name.trim() === "" ? { name: "A name is needed." } : {}),
    ...(needsDates && !draft.startsOn ? { startsOn: "A sprint that runs has a first day." } : {}),
    ...(needsDates && !draft.endsOn ? { endsOn: "A sprint that runs has a last day." } : {}),
    ...(draft.startsOn && draft.endsOn && draft.endsOn < draft.startsOn
      ? { endsOn: "The last day is before the first one." }
      : {}),
    ...("error" in capacity ? { capacity: capacity.error } : {}),
  };
}

/** The request for a draft without faults. */
export function toSprint(draft: SprintDraft): NewSprint {
  const capacity = readPoints(draft.capacity);
  return {
    name: draft.name.trim(),
    goal: draft.goal,
    startsOn: draft.startsOn || null,
    endsOn: draft.endsOn || null,
    capacity: "value" in capacity ? capacity.value : null,
  };
}

function dayAfter(day: string, days: number): string {
  return inDays(days, new Date(`${day}T00:00`));
}

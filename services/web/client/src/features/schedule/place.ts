import { readDay, today } from "~/shared/lib/days";

/** The part of time that is on screen, as the address has it. */
export type Place = { on?: string | undefined; scale?: string | undefined; side?: string | undefined };

/** The day around which time is shown: today unless the address names another. */
export function dayIn({ on }: Place): string {
  const read = on && /^\d{4}-/.test(on) ? readDay(on) : { value: null };
  return ("value" in read && read.value) || today();
}

/** Whether the tasks without a date stand aside. */
export function hasSide({ side }: Place): boolean {
  return side !== "off";
}

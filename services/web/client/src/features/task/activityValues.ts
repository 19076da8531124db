import { formatDuration } from "~/shared/domain/duration";
import { listOf } from "~/shared/domain/taskFilter";
import type { Piece, Values } from "./activitySentence";

/** What became of the points. */
export const points = (change: Values): Piece[] => amount("points", change, plain);

/** What became of the estimate. */
export const estimate = (change: Values): Piece[] => amount("estimate", change, minutes);

/** Time, as people write it. */
export const minutes = (text: string | null): Piece => ({ value: formatDuration(Number(text)) });

function amount(name: string, { from, to }: Values, said: (text: string) => Piece): Piece[] {
  if (to === null) return [`removed the ${name}`, ...(from === null ? [] : [" (", said(from), ")"])];
  if (from === null) return [`set ${name} to `, said(to)];
  return [`changed ${name} from `, said(from), " to ", said(to)];
}

/** A decimal number without the zeros that say nothing: "3.00" is "3". */
export function plain(number: string): Piece {
  return { value: Number.isFinite(Number(number)) ? String(Number(number)) : number };
}

/** Which labels came and went. */
export function labels({ from, to }: Values): Piece[][] {
  const before = listOf(from ?? "");
  const after = listOf(to ?? "");
  const clause = (verb: string, changed: string[]): Piece[][] => {
    if (changed.length === 0) return [];
    const noun = changed.length === 1 ? "label" : "labels";
    return [[`${verb} ${noun} `, ...enumerated(changed.map((value) => [{ value }]))]];
  };
  return [
    ...clause(
      "added",
      after.filter((label) => !before.includes(label)),
    ),
    ...clause(
      "removed",
      before.filter((label) => !after.includes(label)),
    ),
  ];
}

/** "a", "a and b", "a, b and c". */
export function enumerated(parts: Piece[][]): Piece[] {
  return parts.flatMap((part, index) => {
    if (index === 0) return part;
    return [index === parts.length - 1 ? " and " : ", ", ...part];
  });
}

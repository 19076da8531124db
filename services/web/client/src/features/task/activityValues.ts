import { listOf } from "~/shared/domain/taskFilter";
import type { Piece, Values } from "./activitySentence";

/** What became of the points. */
export function points({ from, to }: Values): Piece[] {
  if (to === null) return ["removed the points", ...(from === null ? [] : [" (", plain(from), ")"])];
  if (from === null) return ["set points to ", plain(to)];
  return ["changed points from ", plain(from), " to ", plain(to)];
}

/** A decimal number without the zeros that say nothing: "3.00" is "3". */
function plain(number: string): Piece {
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

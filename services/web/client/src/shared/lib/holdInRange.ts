import { defaultRangeExtractor, type Range } from "@tanstack/react-virtual";

/** The places of a windowed list that are drawn: those in sight, and the one that has the focus. */
export function holdInRange(range: Range, held: number): number[] {
  const indexes = defaultRangeExtractor(range);
  if (held < 0 || indexes.includes(held)) return indexes;
  return [...indexes, held].sort((a, b) => a - b);
}

/** What someone typed as points: a number, nothing, or a sentence that says what is wrong with it. */
type PointsInput = { value: number | null } | { error: string };

/** Reads points as typed: empty, or 0 to 9999 with at most 2 decimals; a comma is a decimal point too. */
export function readPoints(text: string): PointsInput {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return { value: null };
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(plain)) return { error: "Points must be a number from 0 to 9999." };
  return { value: Number(plain) };
}

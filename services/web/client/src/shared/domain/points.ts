import type { Typed } from "./customValues";

/** Reads points as typed: empty, or 0 to 9999 with at most 2 decimals; a comma is a decimal point too. */
export function readPoints(text: string): Typed<number> {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return { value: null };
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(plain)) return { error: "Points must be a number from 0 to 9999." };
  return { value: Number(plain) };
}

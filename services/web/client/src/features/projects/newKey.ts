import { fold } from "~/shared/lib/fold";

const longest = 10;

/** Suggests a project key from a name: initials of several words, else the word itself. */
export function suggestKey(name: string): string {
  const words = fold(name)
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== "");
  const raw =
    words.length > 2 ? words.map((word) => word.charAt(0)).join("") : (words[words.length - 1] ?? "");
  const key = raw.replace(/^[0-9]+/, "").slice(0, longest);
  return key.length >= 2 ? key : "";
}

/** Says what is wrong with a project key, or undefined. */
export function keyError(key: string): string | undefined {
  if (key === "") return "A key is needed: it starts every task's number.";
  if (!/^[A-Z]/.test(key)) return "The key must start with a letter.";
  if (!/^[A-Z0-9]*$/.test(key)) return "The key must have only letters A to Z and digits.";
  if (key.length < 2) return "The key must have at least 2 characters.";
  return key.length > longest ? `The key must have at most ${longest} characters.` : undefined;
}

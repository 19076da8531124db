import { fold } from "./fold";

/** A mention being typed: where its `@` is, and what stands between that and the cursor. */
export type Typed = { from: number; words: string };

/** The address that a mention's link has, which leads nowhere; the server reads it too. */
const address = /^mention:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
/** An `@` where a word could begin, and a name of at most a few words behind it. */
const typed = /(?<![\p{L}\p{N}_.@/+\\[-])@((?! )[^\n@[\]()`]{0,40}(?<! ))$/u;
const fences = /^[ \t>]*(?:```|~~~)/gm;

/** Whom a link's address mentions, or null. */
export function mentionedBy(href: string): string | null {
  return address.exec(href)?.[1]?.toLowerCase() ?? null;
}

/** Whether a text may mention anyone. */
export function mayMention(text: string): boolean {
  return text.includes("](mention:");
}

/** The Markdown that mentions somebody. */
export function mentionOf({ id, name }: { id: string; name: string }): string {
  const words = name.replace(/\s+/g, " ").replace(/[\\[\]*_`<>~|&!]/g, "\\$&");
  return `[@${words}](mention:${id})`;
}

/** The mention that is being typed before the cursor; null where there is none, as within code. */
export function typedAt(text: string, cursor: number): Typed | null {
  const before = text.slice(0, cursor);
  const words = typed.exec(before.slice(-60))?.[1];
  if (words === undefined) return null;
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const isCode = count(before, fences) % 2 === 1 || count(line, /`/g) % 2 === 1;
  return isCode ? null : { from: cursor - words.length - 1, words };
}

/** Those of some people whose names go with what is typed, whatever its accents: names that begin so come first. */
export function matching<P extends { label: string }>(people: readonly P[], words: string): P[] {
  const wanted = fold(words);
  return people
    .map((person) => ({ person, at: placeIn(fold(person.label), wanted) }))
    .filter(({ at }) => at < never)
    .sort((a, b) => a.at - b.at)
    .map(({ person }) => person);
}

const never = 3;

/** 0 at the beginning of a name, 1 at that of another word, 2 elsewhere in it. */
function placeIn(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return 0;
  if (name.split(/[\s-]+/).some((word) => word.startsWith(wanted))) return 1;
  return name.includes(wanted) ? 2 : never;
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}

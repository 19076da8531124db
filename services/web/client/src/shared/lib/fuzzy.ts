const wordStart = 8;
const inARow = 5;
const beginning = 12;

/**
 * How well a text matches what was typed, or null when it does not: all letters must occur in order; starts of words
 * and letters in a row count more, and so do short texts.
 */
export function fuzzy(text: string, typed: string): number | null {
  const wanted = typed.toLowerCase().replace(/\s+/g, "");
  const low = text.toLowerCase();
  if (wanted === "") return 0;
  const whole = low.indexOf(typed.trim().toLowerCase());
  let score = whole < 0 ? 0 : 20 + (whole === 0 ? beginning : isStart(low, whole) ? wordStart : 0);
  let at = -1;
  for (const letter of wanted) {
    const next = bestNext(low, letter, at + 1);
    if (next < 0) return null;
    if (next === at + 1 && at >= 0) score += inARow;
    if (isStart(low, next)) score += wordStart;
    at = next;
  }
  return score - low.length / 50;
}

/** The next place of a letter: right here, else at the start of a word, else anywhere. */
function bestNext(text: string, letter: string, from: number): number {
  const first = text.indexOf(letter, from);
  if (first < 0 || first === from) return first;
  for (let at = first; at >= 0; at = text.indexOf(letter, at + 1)) if (isStart(text, at)) return at;
  return first;
}

function isStart(text: string, at: number): boolean {
  return at === 0 || /[\s\-_:/.(]/.test(text.charAt(at - 1));
}

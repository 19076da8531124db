type Token = { text: string; at: number; end: number };

const token = /"(?:\\.|[^"\\])*"?|[(),]|[=!<>~]+|[^\s"(),=!<>~]+/gsu;
const keywords = ["and", "or", "not", "in", "is", "empty", "order", "by", "asc", "desc"];

/** A value as a query has it. */
export function quoted(text: string): string {
  const isWord = /^[^\s"(),=!<>~]+$/u.test(text) && !keywords.includes(text.toLowerCase());
  return isWord ? text : `"${text.replace(/["\\]/gu, "\\$&")}"`;
}

/** The conditions that must all hold, and the order behind them; alternatives count as one condition. */
export function split(query: string): { parts: string[]; order: string } {
  const parts: string[] = [];
  let [depth, from, order, hasOr] = [0, 0, "", false];
  for (const { text, at, end } of tokens(query)) {
    const word = text.toLowerCase();
    if (text === "(") depth++;
    else if (text === ")") depth--;
    else if (depth > 0) continue;
    else if (word === "or") hasOr = true;
    else if (word === "and") {
      parts.push(query.slice(from, at));
      from = end;
    } else if (word === "order") {
      order = query.slice(at);
      break;
    }
  }
  const body = query.slice(0, query.length - order.length);
  const all = hasOr ? [`(${body.trim()})`] : [...parts, body.slice(from)];
  return { parts: all.map((part) => part.trim()).filter(Boolean), order: order.trim() };
}

/** A query without its order. */
export function bodyOf(query: string): string {
  const text = query.trim();
  return text.slice(0, text.length - split(text).order.length).trim();
}

/** The words, texts and signs of a query. */
export function tokens(text: string): Token[] {
  return [...text.matchAll(token)].map((found) => ({
    text: found[0],
    at: found.index,
    end: found.index + found[0].length,
  }));
}

/** A value without its quotes. */
export function bare(text: string): string {
  return text.startsWith('"') ? text.replace(/^"|"$/gu, "").replace(/\\(.)/gsu, "$1") : text;
}

import { priorities, taskTypes } from "~/shared/domain/names";
import { readPoints } from "~/shared/domain/points";
import { readDay } from "~/shared/lib/days";
import type { NewTaskDraft } from "./newTask";

/** A field that words of a title can set. */
type QuickField = "dueDate" | "priority" | "type" | "assigneeId" | "labels" | "points";

type Token = { field: QuickField; words: string; part: Partial<NewTaskDraft> };

/** Somebody who may be given a task. */
export type Person = { id: string; name: string };

/** A title as typed, read as what it says: the words that are the title, and what the others set. */
export type QuickAdd = { title: string; tokens: readonly Token[] };

/** After these words a day is a part of the sentence. */
const inSentence = new Set(["for", "of", "from", "since", "the", "in", "until", "before", "after", "and"]);
const beforeDay = new Set(["by", "on", "due"]);

/**
 * Reads a title like "Fix the login tomorrow !high @ana #web ~3": `!` a priority, `*` a type, `@` somebody of the project,
 * `#` a label, `~` points, and at its end the day it is due. What means nothing of that stays in the title.
 */
export function readTitle(text: string, people: readonly Person[], now?: Date): QuickAdd {
  const tokens: Token[] = [];
  const rest: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const token = tokenOf(word, people);
    const isNew = token && (token.field === "labels" || tokens.every(({ field }) => field !== token.field));
    if (token && isNew) tokens.push(token);
    else rest.push(word);
  }
  const due = dueOf(rest, now);
  if (due) tokens.push(due);
  return { title: (due ? rest.slice(0, -due.words.split(" ").length) : rest).join(" "), tokens };
}

/** What the tokens set, over a draft's own values; labels come to those that are there. */
export function withTokens(draft: NewTaskDraft, { tokens }: QuickAdd): NewTaskDraft {
  const set: Partial<NewTaskDraft> = {};
  for (const { part } of tokens) Object.assign(set, part);
  const labels = tokens.flatMap(({ part }) => part.labels ?? []);
  return { ...draft, ...set, labels: [...new Set([...draft.labels, ...labels])].slice(0, 20) };
}

/** A title without the words that set some fields, as when these are chosen otherwise. */
export function withoutTokens(text: string, { tokens }: QuickAdd, fields: readonly string[]): string {
  const gone = tokens.filter(({ field }) => fields.includes(field)).map(({ words }) => words);
  const without = gone.reduce(
    (title, words) => {
      const at = title.lastIndexOf(words);
      return at < 0 ? title : title.slice(0, at) + title.slice(at + words.length);
    },
    text.replace(/\s+/g, " "),
  );
  return gone.length === 0 ? text : without.replace(/ {2,}/g, " ").trim();
}

function tokenOf(word: string, people: readonly Person[]): Token | null {
  const value = word.slice(1);
  if (value === "") return null;
  const lower = value.toLowerCase();
  switch (word[0]) {
    case "!": {
      const priority = priorities.find((one) => one === lower);
      return priority ? { field: "priority", words: word, part: { priority } } : null;
    }
    case "*": {
      const type = taskTypes.find((one) => one === lower);
      return type ? { field: "type", words: word, part: { type } } : null;
    }
    case "#":
      return /^[\p{L}][\p{L}\p{N}_-]{0,49}$/u.test(value)
        ? { field: "labels", words: word, part: { labels: [value] } }
        : null;
    case "~": {
      const points = readPoints(value);
      return "value" in points && points.value !== null
        ? { field: "points", words: word, part: { points: String(points.value) } }
        : null;
    }
    case "@": {
      const [found, ...others] = people.filter(({ name }) => isCalled(name, lower));
      return found && others.length === 0
        ? { field: "assigneeId", words: word, part: { assigneeId: found.id } }
        : null;
    }
    default:
      return null;
  }
}

/** Whether a name, one of its parts, or all of them in a row begin so. */
function isCalled(name: string, lower: string): boolean {
  const parts = name.toLowerCase().split(/\s+/);
  return [...parts, parts.join("")].some((part) => part.startsWith(lower));
}

function dueOf(words: readonly string[], now?: Date): Token | null {
  const last = words.at(-1);
  const before = words.at(-2)?.toLowerCase() ?? "";
  if (last === undefined || words.length < 2 || inSentence.has(before)) return null;
  const day = readDay(last, now);
  if (!("value" in day) || day.value === null) return null;
  const named = beforeDay.has(before) && words.length > 2 ? `${words.at(-2)} ${last}` : last;
  return { field: "dueDate", words: named, part: { dueDate: day.value } };
}

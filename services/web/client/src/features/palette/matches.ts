import type { Command, Step } from "~/shared/commands/registry";
import { fuzzy } from "~/shared/lib/fuzzy";

/** Commands under one heading. */
export type Group = { name: string; commands: Command[] };

const most = 60;

/** What of a step matches the typed text: the best first, in groups in the order of their best. */
export function matches({ items, typed }: Step, text: string): Group[] {
  const own = text.trim() === "" ? [] : (typed?.(text.trim()) ?? []);
  const ranked = items.flatMap((command) => {
    const title = fuzzy(command.title, text);
    const words = fuzzy(command.words ?? "", text);
    const score = title ?? (command.words && words !== null ? words - 10 : null);
    return score === null ? [] : [{ command, score }];
  });
  if (text.trim() !== "") ranked.sort((a, b) => b.score - a.score);
  return grouped([...own, ...ranked.slice(0, most).map(({ command }) => command)]);
}

function grouped(commands: readonly Command[]): Group[] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  return [...groups].map(([name, list]) => ({ name, commands: list }));
}

import { type ReactNode, useEffect, useRef } from "react";

/** Something that can be done: at once, or after choosing from a further list. */
export type Command = {
  id: string;
  title: string;
  group: string;
  icon?: ReactNode;
  /** The keys that do the same, as the help shows them: "C", "G B". */
  keys?: string | undefined;
  /** More words by which it is found. */
  words?: string | undefined;
  /** The value that holds now. */
  checked?: boolean | undefined;
  run?: () => void;
  next?: () => Step;
};

/** A list to choose from; what is typed may make entries of its own. */
export type Step = {
  title: string;
  items: Command[];
  typed?: (text: string) => Command[];
  /** Says what to type. */
  asks?: string;
  /** Says what is wrong with what was typed. */
  fault?: (text: string) => string | undefined;
};

type Source = { readonly commands: readonly Command[]; readonly nearness: number };

const sources = new Set<Source>();
let opener: ((step: Step | null) => void) | undefined;

/** All commands that hold just now, the nearest first; of two with the same id only the nearer. */
export function currentCommands(): Command[] {
  const byId = new Map<string, Command>();
  for (const { commands } of [...sources].sort((a, b) => b.nearness - a.nearness))
    for (const command of commands) if (!byId.has(command.id)) byId.set(command.id, command);
  return [...byId.values()];
}

/** How near commands are to where the person is: the whole client, a page, what is open on it, what has the focus. */
export const nearness = { client: 0, page: 1, open: 2, focused: 3 } as const;

/** Offers commands while the component is on screen. */
export function useCommands(commands: readonly Command[], near: number = nearness.page): void {
  const current = useRef(commands);
  current.current = commands;
  const isOn = commands.length > 0;
  useEffect(() => {
    if (!isOn) return;
    const source: Source = {
      nearness: near,
      get commands() {
        return current.current;
      },
    };
    sources.add(source);
    return () => {
      sources.delete(source);
    };
  }, [isOn, near]);
}

/** Opens the palette, at a step or at its beginning. */
export function openPalette(step: Step | null = null): void {
  opener?.(step);
}

/** The palette listens for being opened. */
export function onPalette(listener: (step: Step | null) => void): () => void {
  opener = listener;
  return () => {
    opener = undefined;
  };
}

/** Does what a command says; one with a further list opens the palette there. */
export function perform(command: Command): void {
  if (command.next) openPalette(command.next());
  else command.run?.();
}

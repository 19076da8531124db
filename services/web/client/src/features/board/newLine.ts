import { useSyncExternalStore } from "react";
import type { NewTask } from "~/shared/api/generated/api";
import type { Lane } from "./lanes";

/** A task that was entered in a line: on its way, or refused for a reason. */
export type Attempt = {
  /** Names the attempt to the server, so that trying again doubles nothing. */
  id: string;
  text: string;
  isLiteral: boolean;
  title: string;
  body: NewTask;
  fault: string | null;
};

/** The line at the foot of a column or cell in which tasks are added: what is typed, and what was entered. */
export type NewLine = {
  isOpen: boolean;
  text: string;
  /** Whether the words are meant as they stand. */
  isLiteral: boolean;
  fault: string | null;
  /** The attempt whose text was given back; sent unchanged, it is the same attempt. */
  refused: Attempt | null;
  attempts: readonly Attempt[];
  /** The task that was added last. */
  added: string | null;
};

const closed: NewLine = {
  isOpen: false,
  text: "",
  isLiteral: false,
  fault: null,
  refused: null,
  attempts: [],
  added: null,
};

const lines = new Map<string, NewLine>();
const listeners = new Set<() => void>();

/** The name of the line of a column or cell; what is in it outlives lanes out of sight and other views. */
export function newLineOf(project: string, statusId: string, lane: Pick<Lane, "by" | "id"> | null): string {
  return [project, statusId, ...(lane ? [lane.by, lane.id] : [])].join(" ");
}

/** What is in a line, and again whenever it changes. */
export function useLine(name: string): NewLine {
  return useSyncExternalStore(subscribe, () => lines.get(name) ?? closed);
}

/** Changes what is in a line. */
export function changeLine(name: string, to: (line: NewLine) => Partial<NewLine>): void {
  const before = lines.get(name) ?? closed;
  lines.set(name, { ...before, ...to(before) });
  for (const listener of listeners) listener();
}

/** Empties and closes all lines. */
export function forgetLines(): void {
  lines.clear();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

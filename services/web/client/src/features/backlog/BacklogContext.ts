import { createContext, use } from "react";
import type { Profile, Sprint, Status, TaskItem } from "~/shared/api/generated/api";
import type { Place, Section } from "./sections";

/** What is asked about a sprint in a dialog. */
export type Asked =
  | { what: "new" }
  | { what: "edit" | "start" | "complete" | "reopen" | "delete"; sprint: Sprint };

/** What rows and heads need from the backlog around them. */
export type BacklogActions = {
  project: string;
  statuses: readonly Status[];
  people: ReadonlyMap<string, Profile>;
  sections: readonly Section[];
  canPlan: boolean;
  openKey: string | undefined;
  open: (key: string) => void;
  /** Moves a task, and with it all that are selected if it is one of them. */
  move: (task: TaskItem, to: (moved: ReadonlySet<string>) => Place | null) => void;
  select: (key: string, range: boolean) => void;
  fold: (section: string) => void;
  ask: (asked: Asked) => void;
};

const BacklogContext = createContext<BacklogActions | null>(null);

export const BacklogProvider = BacklogContext.Provider;

/** The backlog around this component. */
export function useBacklog(): BacklogActions {
  const backlog = use(BacklogContext);
  if (!backlog) throw new Error("useBacklog must be called inside a backlog");
  return backlog;
}

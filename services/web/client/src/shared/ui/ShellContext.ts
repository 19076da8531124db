import { createContext, use } from "react";

/** Where a new task is to be created, as far as the place it was asked for knows. */
export type CreateDefaults = { project?: string | undefined; statusId?: string | undefined };

/** What pages may ask of the shell around them. */
export type Shell = { openNav: () => void; createTask: (defaults: CreateDefaults) => void };

const ShellContext = createContext<Shell>({ openNav: () => {}, createTask: () => {} });

export const ShellProvider = ShellContext.Provider;

/** The shell around this page. */
export function useShell(): Shell {
  return use(ShellContext);
}

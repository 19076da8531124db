import { createContext, use } from "react";
import type { Profile, Status, TaskItem, TaskPatch } from "~/shared/api/generated/api";
import type { MayGo } from "~/shared/api/workflow";
import type { Choice } from "~/shared/ui/Picker";
import type { ListOrder } from "./useListOrder";
import type { Column } from "./view";

/** What rows and cells need from the list around them. */
export type ListActions = {
  /** What can be shown, archived fields too, and what is. */
  columns: readonly Column[];
  shown: readonly Column[];
  order: ListOrder;
  statuses: readonly Status[];
  mayGo: MayGo;
  people: ReadonlyMap<string, Profile>;
  assignees: readonly Choice<string>[];
  canChange: boolean;
  openKey: string | undefined;
  open: (key: string) => void;
  change: (task: TaskItem, patch: TaskPatch) => void;
  select: (key: string, range: boolean) => void;
};

const ListContext = createContext<ListActions | null>(null);

export const ListProvider = ListContext.Provider;

/** The list around this component. */
export function useList(): ListActions {
  const list = use(ListContext);
  if (!list) throw new Error("useList must be called inside a list");
  return list;
}

import type { NewStatus, Status, StatusCategory } from "~/shared/api/generated/api";
import { nameFault } from "./drafts";

/** A status as it is being edited; `at` names it on screen, also while it has no id. */
export type StatusDraft = {
  at: string;
  id: string | null;
  name: string;
  category: StatusCategory;
  wipLimit: number | null;
};

export const mostStatuses = 30;

/** The drafts of the statuses that a project has. */
export function draftsOf(statuses: readonly Status[]): StatusDraft[] {
  return statuses.map(({ id, name, category, wipLimit }) => ({ at: id, id, name, category, wipLimit }));
}

/** The drafts with a new one, before those that are finished. */
export function withNew(drafts: readonly StatusDraft[], at: string): StatusDraft[] {
  const done = drafts.findIndex(({ category }) => category === "done");
  return drafts.toSpliced(done < 0 ? drafts.length : done, 0, {
    at,
    id: null,
    name: "",
    category: "doing",
    wipLimit: null,
  });
}

/** What is wrong with the name of a draft; empty when nothing is. */
export function faultOf(drafts: readonly StatusDraft[], draft: StatusDraft): string {
  return nameFault(drafts, draft, "Another status has this name.");
}

/** The statuses as they are sent. */
export function sentOf(drafts: readonly StatusDraft[]): NewStatus[] {
  return drafts.map(({ id, name, category, wipLimit }) => ({
    ...(id ? { id } : {}),
    name: name.trim(),
    category,
    wipLimit,
  }));
}

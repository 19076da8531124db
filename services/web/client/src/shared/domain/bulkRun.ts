import type { QueryClient } from "@tanstack/react-query";
import { readBulk, undoBulk } from "~/shared/api/bulk";
import type { BulkChange } from "~/shared/api/generated/api";
import { isUnreachable, reasonOf } from "~/shared/api/problem";
import { readTasksAgain } from "~/shared/api/tasks";
import { formatCount, formatCounted } from "~/shared/lib/format";
import { changeToast, toast } from "~/shared/ui/toasts";
import { showRefusals } from "./refusals";
import { noteUndo } from "./undo";

const lookEvery = 700;

/** Follows a bulk change to its end, wherever the person goes meanwhile: its progress, what it came to, and the way back. */
export async function runBulk(
  client: QueryClient,
  project: string,
  begin: () => Promise<BulkChange>,
  isUndo = false,
): Promise<void> {
  const shown = toast(isUndo ? "Undoing…" : "Changing…", { progress: { done: 0, total: 1 } });
  try {
    let change = await begin();
    while (change.finishedAt === null) {
      const { done, total } = change;
      changeToast(shown, `${formatCount(done)} of ${formatCounted(total, "task")}`, {
        progress: { done, total },
      });
      await new Promise((go) => setTimeout(go, lookEvery));
      change = await lookAgain(change);
    }
    tell(client, project, shown, change, isUndo);
  } catch (error) {
    changeToast(shown, isUndo ? "Nothing was undone" : "Nothing was changed", {
      tone: "bad",
      detail: reasonOf(error),
    });
  }
  for (const kind of ["sprints", "column"]) void client.invalidateQueries({ queryKey: [kind, project] });
  void client.invalidateQueries({ queryKey: ["task"] });
  readTasksAgain(client, project);
}

/** A service that does not answer goes on with the change when it is back, so it is asked again. */
async function lookAgain(change: BulkChange): Promise<BulkChange> {
  try {
    return await readBulk(change);
  } catch (error) {
    if (isUnreachable(error)) return change;
    throw error;
  }
}

function tell(
  client: QueryClient,
  project: string,
  shown: number,
  change: BulkChange,
  isUndo: boolean,
): void {
  const { changed, refused, error } = change;
  const undo = noteUndo(() => void runBulk(client, project, () => undoBulk(change), !isUndo));
  const action = { label: `${formatCount(refused)} refused`, run: () => showRefusals(change) };
  changeToast(shown, `${formatCounted(changed, "task")} ${isUndo ? "changed back" : "changed"}`, {
    tone: error === null ? "good" : "bad",
    detail: error ?? undefined,
    undo: changed > 0 ? undo : undefined,
    action: refused > 0 ? action : undefined,
  });
}

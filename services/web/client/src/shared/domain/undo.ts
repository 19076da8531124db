import type { QueryClient } from "@tanstack/react-query";
import type { Undone } from "~/shared/api/generated/api";
import { requestVersioned } from "~/shared/api/http";
import { reasonOf } from "~/shared/api/problem";
import { keepTask, taskPath } from "~/shared/api/tasks";
import { formatCount } from "~/shared/lib/format";
import { toast } from "~/shared/ui/toasts";

const most = 30;
const steps: (() => void)[] = [];

/** Notes how a change of one's own is undone; returns that, which works once, from a message or by the key. */
export function noteUndo(undo: () => void): () => void {
  const step = () => {
    const place = steps.indexOf(step);
    if (place < 0) return;
    steps.splice(place, 1);
    undo();
  };
  steps.push(step);
  if (steps.length > most) steps.shift();
  return step;
}

/** Undoes one's own last change of this page; says whether there was one. */
export function undoLast(): boolean {
  const step = steps.at(-1);
  step?.();
  return step !== undefined;
}

/** What of a task is to be undone: the write that led to a version, or a line of its history. */
type Which = { version: number } | { activityId: string };

/** Undoes a change of a task. */
export async function undoTask(client: QueryClient, key: string, which: Which): Promise<void> {
  try {
    const path = `${taskPath(key)}/undo`;
    const { data, etag } = await requestVersioned<Undone>(path, { method: "POST", body: which });
    keepTask(client, { data: data.task, etag });
    const left = data.left.length > 0 ? "What was changed again since stays." : undefined;
    toast(`${key}: undone`, { tone: "good", slot: "change", detail: left });
  } catch (error) {
    toast(`${key} was not changed back`, { tone: "bad", detail: reasonOf(error) });
  }
}

/** Tells that tasks were moved together, with the way back. */
export function offerUndoOf(client: QueryClient, tasks: readonly { key: string; version: number }[]): void {
  const [first, ...others] = tasks;
  if (!first) return;
  const undo = noteUndo(async () => {
    for (const { key, version } of [...tasks].reverse()) await undoTask(client, key, { version });
  });
  const text = others.length === 0 ? `${first.key} is moved` : `${formatCount(tasks.length)} tasks are moved`;
  toast(text, { tone: "good", slot: "change", undo });
}

/** Tells that a task was changed, with the way back. */
export function offerUndo(
  client: QueryClient,
  task: { key: string; version: number },
  done = "changed",
): void {
  const undo = noteUndo(() => void undoTask(client, task.key, { version: task.version }));
  toast(`${task.key} is ${done}`, { tone: "good", slot: "change", undo });
}

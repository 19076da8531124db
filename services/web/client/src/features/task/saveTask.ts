import type { Task, TaskPatch } from "~/shared/api/generated/api";
import { requestVersioned, type Versioned } from "~/shared/api/http";
import { hasStatus } from "~/shared/api/problem";
import { taskPath } from "~/shared/api/tasks";

/** Somebody else changed the very fields that were being saved. */
export class TaskConflict extends Error {
  readonly latest: Versioned<Task>;
  readonly patch: TaskPatch;

  constructor(latest: Versioned<Task>, patch: TaskPatch) {
    super("The task was changed by somebody else");
    this.latest = latest;
    this.patch = patch;
  }
}

/** A change, and the task as it was when the change was begun. */
export type TaskChange = { patch: TaskPatch; base: Task };

/**
 * Saves a change on top of the newest version. Changes of others to other fields are kept; a change of others to the
 * same field is a {@link TaskConflict}, and nothing is written.
 */
export async function saveTask(
  { patch, base }: TaskChange,
  known: Versioned<Task>,
): Promise<Versioned<Task>> {
  if (collides(patch, base, known.data)) throw new TaskConflict(known, patch);
  try {
    return await send(patch, known);
  } catch (error) {
    if (!hasStatus(error, 412)) throw error;
    const latest = await requestVersioned<Task>(taskPath(base.key));
    if (collides(patch, base, latest.data)) throw new TaskConflict(latest, patch);
    return send(patch, latest);
  }
}

function send(patch: TaskPatch, on: Versioned<Task>): Promise<Versioned<Task>> {
  const headers: Record<string, string> = on.etag ? { "If-Match": on.etag } : {};
  return requestVersioned<Task>(taskPath(on.data.key), { method: "PATCH", body: patch, headers });
}

function collides(patch: TaskPatch, base: Task, latest: Task): boolean {
  const then = new Map(Object.entries(base));
  const now = new Map(Object.entries(latest));
  return Object.keys(patch).some(
    (field) => JSON.stringify(then.get(field)) !== JSON.stringify(now.get(field)),
  );
}

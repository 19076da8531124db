import type { ListedTask } from "~/shared/domain/listed";
import type { Task, TaskPatch } from "./generated/api";
import { requestVersioned, type Versioned } from "./http";
import { hasStatus } from "./problem";
import { taskPath } from "./tasks";

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
export type TaskChange = { patch: TaskPatch; base: ListedTask };

/**
 * Saves a change on top of the newest version. Changes of others to other fields are kept; a change of others to the
 * same field is a {@link TaskConflict}, and nothing is written.
 */
export async function saveTask(
  { patch, base }: TaskChange,
  known: Versioned<ListedTask>,
): Promise<Versioned<Task>> {
  if (collides(patch, base, known.data)) throw new TaskConflict(await readAgain(base.key), patch);
  try {
    return await send(patch, known);
  } catch (error) {
    if (!hasStatus(error, 412)) throw error;
    const latest = await readAgain(base.key);
    if (collides(patch, base, latest.data)) throw new TaskConflict(latest, patch);
    return send(patch, latest);
  }
}

function readAgain(key: string): Promise<Versioned<Task>> {
  return requestVersioned<Task>(taskPath(key));
}

function send(patch: TaskPatch, on: Versioned<ListedTask>): Promise<Versioned<Task>> {
  const headers = { "If-Match": `"${on.data.version}"` };
  return requestVersioned<Task>(taskPath(on.data.key), { method: "PATCH", body: patch, headers });
}

/** The fields of a task, or of a patch, by name; of custom fields each by itself. */
function fieldsOf({ customFields, ...fields }: Partial<ListedTask> | TaskPatch): Map<string, unknown> {
  const custom = Object.entries(customFields ?? {}).map(
    ([id, value]) => [`customFields.${id}`, value] as const,
  );
  return new Map<string, unknown>([...Object.entries(fields), ...custom]);
}

/** The fields of a task as a patch names them. */
function patched(task: ListedTask): Map<string, unknown> {
  const named = { parentKey: task.parent?.key ?? null, sprintId: task.sprint?.id ?? null };
  return fieldsOf({ ...task, ...named });
}

function collides(patch: TaskPatch, base: ListedTask, latest: ListedTask): boolean {
  const then = patched(base);
  const now = patched(latest);
  return [...fieldsOf(patch).keys()].some(
    (field) => JSON.stringify(then.get(field)) !== JSON.stringify(now.get(field)),
  );
}

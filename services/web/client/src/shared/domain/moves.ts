import { reasonOf } from "~/shared/api/problem";
import { formatCounted } from "~/shared/lib/format";
import { toast } from "~/shared/ui/toasts";

const mostMoved = 200;

/** Tells that tasks stay where they were, and why. */
export function tellNotMoved(tasks: readonly { key: string }[], error: unknown): void {
  const [first] = tasks;
  const what =
    tasks.length === 1 && first ? `${first.key} was` : `${formatCounted(tasks.length, "task")} were`;
  toast(`${what} not moved`, { tone: "bad", detail: reasonOf(error) });
}

/** Whether so many tasks may be moved at once; tells when they may not. */
export function mayMove(tasks: readonly unknown[]): boolean {
  if (tasks.length > mostMoved) toast(`At most ${mostMoved} tasks can be moved at once`, { tone: "bad" });
  return tasks.length > 0 && tasks.length <= mostMoved;
}

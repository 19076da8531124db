import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Task } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { reasonOf } from "~/shared/api/problem";
import { projectPath } from "~/shared/api/projects";
import { readTasksAgain } from "~/shared/api/tasks";
import { noteWritten } from "~/shared/live/written";
import { toast } from "~/shared/ui/toasts";
import { useBoard } from "./BoardContext";
import type { Lane } from "./lanes";
import { type Attempt, changeLine, type NewLine, newLineOf, useLine } from "./newLine";
import { showAdded } from "./showing";

/** The line of a column or cell: what is in it, how it changes, and the way to add a task, which is on screen at once. */
export function useNewLine(statusId: string, lane: Lane | null) {
  const { project, filter } = useBoard();
  const client = useQueryClient();
  const name = newLineOf(project, statusId, lane);
  const line = useLine(name);
  const change = (to: (line: NewLine) => Partial<NewLine>) => changeLine(name, to);
  const { mutate } = useMutation({
    scope: { id: `add-${project}` },
    mutationFn: ({ id, body }: Attempt) =>
      request<Task>(`${projectPath(project)}/tasks`, {
        method: "POST",
        body,
        headers: { "Idempotency-Key": id },
      }),
    onSuccess: (task, { id }) => {
      noteWritten(task);
      showAdded(client, project, { filter, by: lane?.by ?? null }, task);
      change(({ attempts }) => ({ added: task.key, attempts: attempts.filter((one) => one.id !== id) }));
      readTasksAgain(client, project);
      const detail = filter ? `${task.title} (the filter may hide it)` : task.title;
      toast(`${task.key} is created`, { tone: "good", slot: "created", detail });
    },
    onError: (error, attempt) => change((now) => withRefused(now, attempt, reasonOf(error))),
  });
  return {
    line,
    change,
    add: (attempt: Attempt) => {
      change(({ attempts }) => ({ attempts: [...attempts.filter(({ id }) => id !== attempt.id), attempt] }));
      mutate(attempt);
    },
    discard: (attempt: Attempt) =>
      change(({ attempts }) => ({ attempts: attempts.filter(({ id }) => id !== attempt.id) })),
  };
}

/** A refused text goes back into the line; where something else is typed there by now, it stays above it. */
function withRefused(line: NewLine, refused: Attempt, fault: string): Partial<NewLine> {
  const { id, text, isLiteral } = refused;
  if (line.isOpen && line.text === "")
    return { text, isLiteral, fault, refused, attempts: line.attempts.filter((one) => one.id !== id) };
  return { attempts: line.attempts.map((one) => (one.id === id ? { ...one, fault } : one)) };
}

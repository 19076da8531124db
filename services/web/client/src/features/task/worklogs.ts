import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { NewWorkLog, WorkLog, WorkLogList, WorkLogPatch } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { fieldError, hasStatus, reasonOf } from "~/shared/api/problem";
import { taskPath } from "~/shared/api/tasks";
import { toast } from "~/shared/ui/toasts";
import { useAttempts } from "./attempts";
import { useReadWithTask } from "./useReadWithTask";

const workLogsPath = (task: string) => `${taskPath(task)}/work-logs`;
const workLogsKey = (task: string) => ["work-logs", task];

/** The time logged on a task, the last day first; read again whenever the task is. An api from before this client has none. */
export function useWorkLogs(task: string) {
  const query = useQuery({
    queryKey: workLogsKey(task),
    queryFn: ({ signal }) => request<WorkLogList>(workLogsPath(task), { signal }),
  });
  useReadWithTask(task, query.refetch);
  return { ...query, isMissing: hasStatus(query.error, 404) };
}

/** Logs one's time on a task; sent again after a failure, the same time is the same attempt. */
export function useLogTime(task: string) {
  const attempts = useAttempts("work-log");
  const { change, readAgain } = useShown(task);
  return useMutation({
    mutationFn: (body: NewWorkLog) =>
      request<WorkLog>(workLogsPath(task), {
        method: "POST",
        body,
        headers: { "Idempotency-Key": attempts.of(JSON.stringify(body)) },
      }),
    onSuccess: (added, body) => {
      attempts.done(JSON.stringify(body));
      change((items) => [...items.filter(({ id }) => id !== added.id), added]);
    },
    onError: (error) => tell("The time was not logged", error),
    onSettled: readAgain,
  });
}

/** Corrects and deletes a task's work logs. */
export function useChangeWorkLog(task: string) {
  const { change, readAgain } = useShown(task);
  const edit = useMutation({
    mutationFn: ({ log, patch }: { log: WorkLog; patch: WorkLogPatch }) =>
      request<WorkLog>(`${workLogsPath(task)}/${log.id}`, {
        method: "PATCH",
        body: patch,
        headers: { "If-Match": `"${log.version}"` },
      }),
    onSuccess: (edited) => change((items) => items.map((item) => (item.id === edited.id ? edited : item))),
    onError: (error) => tell("The time was not saved", error),
    onSettled: readAgain,
  });
  const remove = useMutation({
    mutationFn: ({ id }: WorkLog) => request<null>(`${workLogsPath(task)}/${id}`, { method: "DELETE" }),
    onSuccess: (_gone, { id }) => change((items) => items.filter((item) => item.id !== id)),
    onError: (error) => tell("The time was not deleted", error),
    onSettled: readAgain,
  });
  return { edit, remove };
}

/** The work logs on screen: shown otherwise than the server has told so far, and read again. */
function useShown(task: string) {
  const client = useQueryClient();
  const queryKey = workLogsKey(task);
  return {
    change: (to: (items: WorkLog[]) => WorkLog[]) =>
      client.setQueryData<WorkLogList>(queryKey, (list) => list && listOf(to(list.items), list)),
    readAgain: () => client.invalidateQueries({ queryKey }),
  };
}

function listOf(items: readonly WorkLog[], list: WorkLogList): WorkLogList {
  const sorted = items.toSorted(
    (one, other) => other.day.localeCompare(one.day) || other.loggedAt.localeCompare(one.loggedAt),
  );
  return { ...list, items: sorted, minutes: sorted.reduce((sum, { minutes }) => sum + minutes, 0) };
}

/** What is wrong with a field stands below it. */
function tell(what: string, error: Error): void {
  if (!["minutes", "day", "note"].some((field) => fieldError(error, field)))
    toast(what, { tone: "bad", detail: reasonOf(error) });
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { Task, TaskPatch } from "~/shared/api/generated/api";
import { requestVersioned, type Versioned } from "~/shared/api/http";
import { reasonOf } from "~/shared/api/problem";
import { saveTask, type TaskChange, TaskConflict } from "~/shared/api/saveTask";
import { keepTask, taskPath, taskQuery } from "~/shared/api/tasks";
import { changesOf, together, without } from "~/shared/domain/patches";
import { offerUndo } from "~/shared/domain/undo";
import { useLiveTask } from "~/shared/live/useLive";
import { toast } from "~/shared/ui/toasts";
import { writeDraft } from "./drafts";

/** A task on screen: as the server has it, overlaid with what is being saved, and the ways to change it. */
export function useTask(key: string) {
  const client = useQueryClient();
  const isLive = useLiveTask(key);
  const query = useQuery({
    ...taskQuery(key),
    refetchInterval: isLive ? 60_000 : 10_000,
    refetchOnWindowFocus: "always",
  });
  const [saving, setSaving] = useState<TaskPatch>({});
  const [conflict, setConflict] = useState<TaskConflict | null>(null);
  const [discards, setDiscards] = useState(0);

  const keep = (version: Versioned<Task>) => keepTask(client, version);
  const save = useMutation({
    scope: { id: `task-${key}` },
    mutationFn: (change: TaskChange) => {
      const known = client.getQueryData(taskQuery(key).queryKey);
      return saveTask(change, known ?? { data: change.base, etag: null });
    },
    onMutate: ({ patch }) => setSaving((others) => together(others, patch)),
    onSuccess: (version, { base }) => {
      keep(version);
      if (version.data.version > base.version) offerUndo(client, version.data);
    },
    onError: (error) => {
      if (error instanceof TaskConflict) {
        keep(error.latest);
        setConflict(error);
      } else toast(`${key} was not saved`, { tone: "bad", detail: reasonOf(error) });
    },
    onSettled: (_task, _error, { patch }) => setSaving((others) => without(others, patch)),
  });
  const { mutateAsync } = save;
  const archive = useMutation({
    mutationFn: (archived: boolean) =>
      requestVersioned<Task>(`${taskPath(key)}/${archived ? "archive" : "unarchive"}`, { method: "POST" }),
    onSuccess: (version) => {
      keep(version);
      offerUndo(client, version.data, version.data.archived ? "archived" : "back on the board");
    },
    onError: (error) => toast(`${key} could not be changed`, { tone: "bad", detail: reasonOf(error) }),
  });

  const latest = query.data?.data;
  /** Saves a patch; says whether that worked. A failure has been shown by then. */
  const change = useCallback(
    async (patch: TaskPatch, base: Task): Promise<boolean> => {
      try {
        await mutateAsync({ patch, base });
        return true;
      } catch {
        return false;
      }
    },
    [mutateAsync],
  );
  return {
    query,
    task: latest && { ...latest, ...changesOf(latest, saving) },
    latest,
    change,
    archive,
    conflict,
    discards,
    /** Ends a conflict; giving up one's own change also drops what was typed. */
    settleConflict: (discard: boolean) => {
      if (discard && conflict) setDiscards((count) => count + 1);
      if (discard && conflict?.patch.description !== undefined) writeDraft(key, null);
      setConflict(null);
    },
    isSaving: save.isPending,
  };
}

export type TaskOnScreen = ReturnType<typeof useTask>;

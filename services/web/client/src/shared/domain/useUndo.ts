import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { undoTask } from "./undo";

/** Undoes what a line of a task's history tells of. */
export function useUndo(key: string): (activityId: string) => void {
  const client = useQueryClient();
  return useCallback(
    (activityId) => {
      void undoTask(client, key, { activityId }).then(() =>
        client.invalidateQueries({ queryKey: ["activity", key] }),
      );
    },
    [client, key],
  );
}

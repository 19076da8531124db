import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { projectQuery } from "~/shared/api/projects";
import { useTopic } from "./live";
import { oneAfterAnother } from "./oneAfterAnother";

/** Reads a task's comments again when one comes, changes, goes or is answered. */
export function useLiveComments(key: string, project: string): void {
  const client = useQueryClient();
  const id = useQuery(projectQuery(project)).data?.id;
  const readAgain = useMemo(
    () => oneAfterAnother(() => client.invalidateQueries({ queryKey: ["comments", key] })),
    [client, key],
  );
  useTopic(id ? `project:${id}` : null, (news) => {
    if (news.message === "refetch" || (news.type.startsWith("pmt.comment.") && news.key === key)) readAgain();
  });
}

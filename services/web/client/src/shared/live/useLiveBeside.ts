import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { projectQuery } from "~/shared/api/projects";
import { useTopic } from "./live";
import { oneAfterAnother } from "./oneAfterAnother";

/** The server writes the history, in which attachments and work logs have lines, a moment after it told of them; by then it has. */
const writtenWithin = 1_000;

type Kind = "comment" | "attachment" | "work-log";

/** Reads a task's comments, attachments or work logs again when one comes, changes or goes. */
export function useLiveBeside(kind: Kind, key: string, project: string): void {
  const client = useQueryClient();
  const id = useQuery(projectQuery(project)).data?.id;
  const readAgain = useMemo(
    () => oneAfterAnother(() => client.invalidateQueries({ queryKey: [`${kind}s`, key] })),
    [client, kind, key],
  );
  useTopic(id ? `project:${id}` : null, (news) => {
    const concerns = news.message === "refetch" || (news.type.startsWith(`pmt.${kind}.`) && news.key === key);
    if (!concerns) return;
    readAgain();
    if (kind !== "comment")
      setTimeout(() => void client.invalidateQueries({ queryKey: ["activity", key] }), writtenWithin);
  });
}

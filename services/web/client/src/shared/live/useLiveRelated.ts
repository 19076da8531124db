import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { Relation, Task } from "~/shared/api/generated/api";
import { projectQuery } from "~/shared/api/projects";
import { live } from "./live";
import { oneAfterAnother } from "./oneAfterAnother";

/** A socket takes few topics; those of further projects are read again with the task. */
const mostProjects = 6;

/** Reads a task's relations again when something happens to a task at their other ends. */
export function useLiveRelated({ key, projectKey }: Task, relations: readonly Relation[]): void {
  const client = useQueryClient();
  const keys = [...new Set([projectKey, ...relations.map(({ task }) => task.projectKey)])];
  const topics = useQueries({
    queries: keys.slice(0, mostProjects).map(projectQuery),
    combine: (queries) => queries.flatMap(({ data }) => (data ? [`project:${data.id}`] : [])).join(),
  });
  const ids = relations.map(({ task }) => task.id).join();
  const readAgain = useMemo(
    () => oneAfterAnother(() => client.invalidateQueries({ queryKey: ["relations", key] })),
    [client, key],
  );
  useEffect(() => {
    if (!topics || !ids) return;
    const stops = topics.split(",").map((topic) =>
      live.topics.listen(topic, (news) => {
        if (news.message === "refetch" || ids.includes(news.subject)) readAgain();
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [topics, ids, readAgain]);
}

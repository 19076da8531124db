import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { projectQuery } from "~/shared/api/projects";
import { useMe } from "~/shared/api/session";
import { taskQuery } from "~/shared/api/tasks";
import { useTopic } from "./live";
import { oneAfterAnother } from "./oneAfterAnother";
import type { News } from "./topics";
import { isWritten } from "./written";

/** An event of one's own write is often here before the write's answer. */
const ownAnswerWithin = 500;

/** Reads a project's views again when something happens in it; says whether that can be relied on now. */
export function useLiveProject(project: string): boolean {
  const client = useQueryClient();
  const id = useQuery(projectQuery(project)).data?.id;
  const readAgain = useMemo(
    () =>
      oneAfterAnother(() =>
        Promise.all(
          ["board", "pulse"].map((kind) => client.invalidateQueries({ queryKey: [kind, project] })),
        ),
      ),
    [client, project],
  );
  const hearsOthers = useOthers(readAgain);
  return useTopic(id ? `project:${id}` : null, (news) => {
    if (news.message === "event" && /^pmt[.](comment|attachment|work-log)[.]/.test(news.type)) return;
    if (news.message === "event" && news.type.startsWith("pmt.project."))
      for (const queryKey of [["project", project], ["members", project], ["projects"]])
        void client.invalidateQueries({ queryKey });
    if (news.message === "refetch" || news.type.startsWith("pmt.view."))
      void client.invalidateQueries({ queryKey: ["views", project] });
    hearsOthers(news);
  });
}

/** Reads a task again when something happens to it; says whether that can be relied on now. */
export function useLiveTask(key: string): boolean {
  const client = useQueryClient();
  const task = useQuery({ ...taskQuery(key), enabled: false }).data?.data;
  const readAgain = useMemo(
    () => oneAfterAnother(() => client.invalidateQueries({ queryKey: ["task", key] })),
    [client, key],
  );
  return useTopic(task ? `task:${task.id}` : null, useOthers(readAgain));
}

/** Reads a task again when something happens to those below it, or when others come to it or leave it. */
export function useLiveChildren(key: string, project: string, ids: ReadonlySet<string>): void {
  const client = useQueryClient();
  const id = useQuery(projectQuery(project)).data?.id;
  const readAgain = useMemo(
    () => oneAfterAnother(() => client.invalidateQueries({ queryKey: ["task", key] })),
    [client, key],
  );
  const hearsOthers = useOthers(readAgain);
  useTopic(id ? `project:${id}` : null, (news) => {
    const concerns =
      news.message === "refetch" ||
      ids.has(news.subject) ||
      /[.](created|reparented|.*archived)[.]/.test(news.type);
    if (concerns) hearsOthers(news);
  });
}

/** Passes over what was written here: whoever wrote has it on screen already. */
function useOthers(readAgain: () => void): (news: News) => void {
  const me = useMe()?.id;
  return (news) => {
    if (news.message === "event" && news.actor === me)
      setTimeout(() => {
        if (!isWritten(news)) readAgain();
      }, ownAnswerWithin);
    else readAgain();
  };
}

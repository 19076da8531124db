import { useLocation } from "@tanstack/react-router";
import type { Task } from "~/shared/api/generated/api";
import { useLiveBeside } from "~/shared/live/useLiveBeside";
import { Skeleton } from "~/shared/ui/States";
import { Composer } from "./Composer";
import { useComments } from "./comments";
import { Stream } from "./Stream";
import { type StreamPart, streamParts, useStreamPart } from "./stream";
import { type Reading, Unread } from "./Unread";
import { useActivity } from "./useActivity";
import "./activity.css";

const parts: readonly StreamPart[] = ["all", "comments", "history"];

/** What happened to a task and what is said about it, in the order of time, and a place to say more. */
export function TaskActivity({ task, readOnly }: { task: Task; readOnly: boolean }) {
  const activity = useActivity(task.key);
  const comments = useComments(task.key);
  const linked = useLocation({ select: ({ hash }) => (hash.startsWith("comment-") ? hash : "") });
  const [part, setPart] = useStreamPart(linked !== "");
  useLiveBeside("comment", task.key, task.projectKey);
  return (
    <section className="task-activity" aria-label="Activity">
      <div className="task-section-head">
        <h2>Activity</h2>
        {comments.isMissing ? null : (
          <div className="switch">
            {parts.map((one) => (
              <button key={one} type="button" aria-pressed={one === part} onClick={() => setPart(one)}>
                {streamParts[one]}
              </button>
            ))}
          </div>
        )}
      </div>
      {isFirstReading(activity) || isFirstReading(comments) ? (
        <Skeleton label="Loading the activity" />
      ) : (
        <>
          {activity.data ? null : <Unread what="activity" query={activity} />}
          {comments.data || comments.isMissing ? null : <Unread what="comments" query={comments} />}
          <Stream
            task={task}
            history={activity}
            comments={comments.data ?? []}
            part={comments.isMissing ? "history" : part}
            linked={linked}
            readOnly={readOnly}
          />
        </>
      )}
      {readOnly || comments.isMissing ? null : <Composer task={task} count={comments.data?.length ?? 0} />}
    </section>
  );
}

/** Until there was an answer; a message stays while it is tried again, so that nothing jumps and the focus has its button. */
function isFirstReading({ data, errorUpdateCount }: Reading): boolean {
  return data === undefined && errorUpdateCount === 0;
}

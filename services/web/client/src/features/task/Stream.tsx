import { useState } from "react";
import type { Comment, Task } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { reasonOf } from "~/shared/api/problem";
import { useUndo } from "~/shared/domain/useUndo";
import { useNow } from "~/shared/lib/useNow";
import { Button } from "~/shared/ui/Button";
import { Notice } from "~/shared/ui/Notice";
import { ActivityLine } from "./ActivityLine";
import { CommentItem } from "./CommentItem";
import { commentElement, useLinkedComment } from "./commentFocus";
import { type StreamPart, streamOf } from "./stream";
import type { useActivity } from "./useActivity";
import { useNames } from "./useNames";

type StreamProps = {
  task: Task;
  history: ReturnType<typeof useActivity>;
  comments: readonly Comment[];
  part: StreamPart;
  linked: string;
  readOnly: boolean;
};

/** A task's history and comments, the latest last; what of the history was earlier comes when it is asked for. */
export function Stream({ task, history, comments, part, linked, readOnly }: StreamProps) {
  const [shownFrom, setShownFrom] = useState("");
  const names = useNames(task.projectKey);
  const people = usePeople();
  const now = useNow(30_000);
  const undo = useUndo(task.key);
  useLinkedComment(linked, comments.length > 0);
  const known = history.data?.pages.flatMap((page) => page.items) ?? [];
  const activities = part === "comments" ? [] : known;
  const entries = streamOf(activities, part === "history" ? [] : comments);
  const caught = shownFrom === "" ? undefined : known[known.findIndex(({ id }) => id === shownFrom) + 1]?.id;
  const mayShowEarlier = part !== "comments" && history.hasNextPage;
  return (
    <>
      {part !== "comments" && history.isFetchNextPageError ? (
        <Notice>What was earlier could not be loaded. {reasonOf(history.error)}</Notice>
      ) : null}
      {mayShowEarlier ? (
        <Button
          look="ghost"
          className="activity-earlier"
          busy={history.isFetchingNextPage}
          onClick={() => {
            setShownFrom(known.at(-1)?.id ?? "");
            void history.fetchNextPage();
          }}
        >
          Show earlier
        </Button>
      ) : null}
      {entries.length > 0 ? (
        <ol className="activity-list">
          {entries.map(({ activity, comment }) =>
            comment ? (
              <CommentItem
                key={comment.id}
                task={task}
                comment={comment}
                linked={linked === commentElement(comment.id)}
                now={now}
                readOnly={readOnly}
              />
            ) : (
              <ActivityLine
                key={activity.id}
                activity={activity}
                actor={people.get(activity.actorId ?? "")}
                names={names}
                now={now}
                onUndo={readOnly || !activity.undoable ? undefined : () => undo(activity.id)}
                lineRef={activity.id === caught ? catchFocus : undefined}
              />
            ),
          )}
        </ol>
      ) : history.data || part === "comments" ? (
        <p className="task-none">{part === "comments" ? "No comments yet." : "Nothing yet."}</p>
      ) : null}
    </>
  );
}

/** When the last page takes the button away, the focus it had goes to the last line that came. */
function catchFocus(line: HTMLLIElement | null): void {
  if (document.activeElement === document.body) line?.focus({ preventScroll: true });
}

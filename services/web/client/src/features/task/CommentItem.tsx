import { useRef, useState } from "react";
import type { Comment, Task } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { useMe } from "~/shared/api/session";
import { formatAgo, formatDate } from "~/shared/lib/format";
import { Avatar } from "~/shared/ui/Avatar";
import { classes } from "~/shared/ui/classes";
import { Markdown } from "~/shared/ui/Markdown";
import { CommentEditor } from "./CommentEditor";
import { CommentMenus } from "./CommentMenus";
import { commentElement } from "./commentFocus";
import { isSending } from "./comments";
import { Reactions } from "./Reactions";
import "./comments.css";

type CommentItemProps = { task: Task; comment: Comment; linked: boolean; now: number; readOnly: boolean };

/** What somebody said about a task, what it was answered with, and what can be done with it. */
export function CommentItem({ task, comment, linked, now, readOnly }: CommentItemProps) {
  const [isEditing, setIsEditing] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const me = useMe()?.id;
  const author = usePeople().get(comment.authorId);
  const onItsWay = isSending(comment);
  const { createdAt, editedAt } = comment;
  return (
    <li
      ref={item}
      id={commentElement(comment.id)}
      tabIndex={-1}
      className={classes("comment", linked && "comment-linked", onItsWay && "comment-sending")}
    >
      <Avatar user={author} />
      <div className="comment-body">
        <div className="comment-head">
          <bdi className="comment-author">{author?.name ?? "Someone unknown"}</bdi>
          <time dateTime={createdAt} title={formatDate(createdAt)}>
            {onItsWay ? "Sending…" : formatAgo(createdAt, now)}
          </time>
          {editedAt ? <span title={formatDate(editedAt)}>edited</span> : null}
          {onItsWay || isEditing ? null : (
            <CommentMenus
              task={task}
              comment={comment}
              author={author?.name ?? "someone unknown"}
              isMine={comment.authorId === me}
              readOnly={readOnly}
              onEdit={() => setIsEditing(true)}
            />
          )}
        </div>
        {isEditing ? (
          <CommentEditor
            task={task}
            comment={comment}
            onClose={() => {
              setIsEditing(false);
              item.current?.focus({ preventScroll: true });
            }}
          />
        ) : (
          <Markdown source={comment.text} />
        )}
        <Reactions taskKey={task.key} comment={comment} readOnly={readOnly || onItsWay} />
      </div>
    </li>
  );
}

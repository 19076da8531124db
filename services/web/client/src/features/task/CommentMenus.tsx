import { useState } from "react";
import type { Comment, Task } from "~/shared/api/generated/api";
import { includesRole, useProjectRole } from "~/shared/api/projects";
import { useMe } from "~/shared/api/session";
import { copyText } from "~/shared/lib/copyText";
import { Confirm } from "~/shared/ui/Confirm";
import { Icon } from "~/shared/ui/Icon";
import { Menu, MenuItem } from "~/shared/ui/Menu";
import { commentElement } from "./commentFocus";
import { KeysWithin } from "./KeysWithin";
import { emojiNames, useReact } from "./reactions";
import { useChangeComment } from "./useChangeComment";

type CommentMenusProps = {
  task: Task;
  comment: Comment;
  author: string;
  isMine: boolean;
  readOnly: boolean;
  onEdit: () => void;
};

/** Answer a comment with an emoji; edit, link to or delete it. */
export function CommentMenus({ task, comment, author, isMine, readOnly, onEdit }: CommentMenusProps) {
  const [isDeleting, setIsDeleting] = useState(false);
  const { remove } = useChangeComment(task.key);
  const role = useProjectRole(task.projectKey);
  const mayDelete = !readOnly && (isMine || includesRole(role, "maintainer"));
  const link = `${window.location.origin}/browse/${task.key}#${commentElement(comment.id)}`;
  return (
    <div className="comment-menus">
      {readOnly ? null : <EmojiMenu taskKey={task.key} comment={comment} author={author} />}
      <Menu
        label={`More for the comment by ${author}`}
        triggerClass="icon-button"
        align="end"
        trigger={<Icon name="more" />}
      >
        {(close) => {
          const item = (text: string, icon: "edit" | "link" | "trash", run: () => void) => (
            <MenuItem
              icon={<Icon name={icon} />}
              onSelect={() => {
                close();
                run();
              }}
            >
              {text}
            </MenuItem>
          );
          return (
            <>
              {isMine && !readOnly ? item("Edit", "edit", onEdit) : null}
              {item("Copy link", "link", () => void copyText(link, "Link copied"))}
              {mayDelete ? item("Delete…", "trash", () => setIsDeleting(true)) : null}
            </>
          );
        }}
      </Menu>
      {isDeleting ? (
        <KeysWithin>
          <Confirm
            title="Delete this comment?"
            action="Delete"
            onClose={() => setIsDeleting(false)}
            onConfirm={() => remove.mutate(comment)}
          >
            It is gone for everybody, with what it was answered with. There is no way back.
          </Confirm>
        </KeysWithin>
      ) : null}
    </div>
  );
}

function EmojiMenu({ taskKey, comment, author }: { taskKey: string; comment: Comment; author: string }) {
  const { mutate } = useReact(taskKey);
  const me = useMe()?.id ?? "";
  const isMine = (emoji: string) =>
    comment.reactions.some((reaction) => reaction.emoji === emoji && reaction.userIds.includes(me));
  return (
    <Menu
      label={`React to the comment by ${author}`}
      triggerClass="icon-button"
      align="end"
      trigger={<Icon name="smile" />}
    >
      {(close) =>
        [...emojiNames].map(([emoji, name]) => (
          <MenuItem
            key={emoji}
            icon={<span aria-hidden="true">{emoji}</span>}
            several
            checked={isMine(emoji)}
            onSelect={() => {
              close();
              mutate({ comment, emoji, mine: isMine(emoji) });
            }}
          >
            {name}
          </MenuItem>
        ))
      }
    </Menu>
  );
}

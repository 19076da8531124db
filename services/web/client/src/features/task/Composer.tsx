import { useEffect, useRef, useState } from "react";
import type { Task } from "~/shared/api/generated/api";
import { nearness, useCommands } from "~/shared/commands/registry";
import { Button } from "~/shared/ui/Button";
import { Icon } from "~/shared/ui/Icon";
import { useAttempts } from "./attempts";
import { CommentField } from "./CommentField";
import { useAddComment } from "./comments";
import { readDraft, writeDraft } from "./drafts";
import "./comments.css";

/** Where the next comment on a task is written. What is typed is kept until it is sent, and given back when it is refused. */
export function Composer({ task, count }: { task: Task; count: number }) {
  const taskKey = task.key;
  const draft = `${taskKey} comment`;
  const [text, setText] = useState(() => readDraft(draft)?.text ?? "");
  const [asked, setAsked] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  const attempts = useAttempts("comment");
  const keep = (next: string) => {
    setText(next);
    writeDraft(draft, next.trim() === "" ? null : { text: next, base: "" });
  };
  const giveBack = (refused: string) => {
    const since = readDraft(draft)?.text;
    keep(since ? `${refused}\n\n${since}` : refused);
  };
  const { mutate } = useAddComment(taskKey, giveBack);
  useCommands(
    [
      {
        id: "task-comment",
        title: `Comment on ${taskKey}`,
        group: taskKey,
        icon: <Icon name="comment" />,
        keys: "M",
        words: "write say reply message",
        run: () => setAsked((count) => count + 1),
      },
    ],
    nearness.open,
  );
  // Not at once: a palette that closes gives the focus back first.
  useEffect(() => {
    if (asked > 0) area.current?.focus();
  }, [asked]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a comment that comes above pushes the field down
  useEffect(() => {
    const field = area.current;
    if (field && field === document.activeElement) field.parentElement?.scrollIntoView({ block: "nearest" });
  }, [count]);
  const send = () => {
    if (text.trim() === "") return;
    mutate({ text, attempt: attempts.of(text) }, { onSuccess: () => attempts.done(text) });
    keep("");
    area.current?.focus();
  };
  return (
    <CommentField
      project={task.projectKey}
      label="Write a comment"
      text={text}
      fieldRef={area}
      onText={keep}
      onSend={send}
      onEscape={() => area.current?.blur()}
    >
      <Button look="primary" disabled={text.trim() === ""} onClick={send}>
        Comment
      </Button>
    </CommentField>
  );
}

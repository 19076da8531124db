import { useEffect, useRef, useState } from "react";
import type { Comment, Task } from "~/shared/api/generated/api";
import { hasStatus } from "~/shared/api/problem";
import { Button } from "~/shared/ui/Button";
import { Confirm } from "~/shared/ui/Confirm";
import { CommentField } from "./CommentField";
import { isChanged } from "./drafts";
import { KeysWithin } from "./KeysWithin";
import { useChangeComment } from "./useChangeComment";

type CommentEditorProps = { task: Task; comment: Comment; onClose: () => void };

/** One's own comment being edited in its place; only what was changed is asked about before it is dropped. */
export function CommentEditor({ task, comment, onClose }: CommentEditorProps) {
  const [text, setText] = useState(comment.text);
  const [base] = useState(comment);
  const [isAsking, setIsAsking] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const { edit } = useChangeComment(task.key);
  useEffect(() => {
    const field = area.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);
  const changed = isChanged({ text, base: base.text });
  const save = () => {
    if (edit.isPending || text.trim() === "") return;
    if (!changed) onClose();
    // Once another window's text has been told, saving again is meant: over it.
    else edit.mutate({ comment: hasStatus(edit.error, 412) ? comment : base, text }, { onSuccess: onClose });
  };
  const leave = () => (changed ? setIsAsking(true) : onClose());
  return (
    <>
      <CommentField
        project={task.projectKey}
        label="Edit the comment"
        text={text}
        fieldRef={area}
        onText={setText}
        onSend={save}
        onEscape={leave}
      >
        <Button onClick={leave}>Cancel</Button>
        <Button look="primary" busy={edit.isPending} disabled={text.trim() === ""} onClick={save}>
          Save
        </Button>
      </CommentField>
      {isAsking ? (
        <KeysWithin>
          <Confirm
            title="Drop what you changed?"
            action="Drop it"
            onClose={() => setIsAsking(false)}
            onConfirm={onClose}
          >
            The comment stays as it was.
          </Confirm>
        </KeysWithin>
      ) : null}
    </>
  );
}

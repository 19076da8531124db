import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Task } from "~/shared/api/generated/api";
import type { TaskOnScreen } from "./useTask";

type TitleProps = { task: Task; readOnly: boolean; change: TaskOnScreen["change"] };

/** A task's title, edited in place: Enter or leaving saves, Escape takes the typing back. */
export function Title({ task, readOnly, change }: TitleProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const base = useRef(task);
  const field = useRef<HTMLTextAreaElement>(null);
  const text = draft ?? task.title;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = "0";
    area.style.height = `${area.scrollHeight}px`;
  }, [text]);

  // A change saved over somebody else's arrives as the task's own title.
  useEffect(() => {
    if (draft === task.title) setDraft(null);
  }, [draft, task.title]);

  const save = async () => {
    const title = draft?.trim() ?? "";
    if (draft === null || title === "" || title === base.current.title) return setDraft(null);
    if (await change({ title }, base.current)) setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      field.current?.blur();
    } else if (event.key === "Escape" && draft !== null) {
      event.stopPropagation();
      setDraft(null);
    }
  };
  if (readOnly) return <h2 className="task-title">{task.title}</h2>;
  return (
    <textarea
      ref={field}
      className="task-title"
      aria-label="Title"
      rows={1}
      maxLength={255}
      value={text}
      onFocus={() => {
        if (draft === null) base.current = task;
      }}
      onChange={(event) => setDraft(event.target.value.replace(/\n/g, " "))}
      onKeyDown={onKeyDown}
      onBlur={() => void save()}
    />
  );
}

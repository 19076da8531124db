import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Task, TaskType } from "~/shared/api/generated/api";
import { typeNames } from "~/shared/domain/names";
import { Button } from "~/shared/ui/Button";
import { useAddChild } from "./family";

type NewChildProps = { task: Task; type: TaskType; onClose: () => void };

/** A line that adds tasks below a task, one after another: Enter adds, Escape ends. */
export function NewChild({ task, type, onClose }: NewChildProps) {
  const [title, setTitle] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const { mutate, isPending } = useAddChild(task);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === "" || isPending) return;
    mutate({ title: title.trim(), type }, { onSuccess: () => setTitle("") });
  };
  return (
    <form className="children-new" onSubmit={submit}>
      <input
        ref={field}
        aria-label={`Title of the new ${typeNames[type].toLowerCase()}`}
        placeholder="What is to be done?"
        maxLength={255}
        autoComplete="off"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          onClose();
        }}
      />
      <Button type="submit" busy={isPending}>
        Add
      </Button>
    </form>
  );
}

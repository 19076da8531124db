import { type FormEvent, useEffect, useRef, useState } from "react";
import type { NewWorkLog } from "~/shared/api/generated/api";
import { fieldError } from "~/shared/api/problem";
import { readDuration } from "~/shared/domain/duration";
import { today } from "~/shared/lib/days";
import { Button } from "~/shared/ui/Button";
import { Field, TextInput } from "~/shared/ui/Field";

/** A work log as it is typed. */
export type Entry = { time: string; day: string; note: string };

type WorkLogFormProps = {
  label: string;
  entry: Entry;
  saving: { isPending: boolean; error: Error | null };
  onEntry: (entry: Entry) => void;
  onSave: (log: Required<NewWorkLog>) => void;
  onClose: () => void;
};

/** How long, on which day and at what somebody worked: Enter saves, Escape closes. */
export function WorkLogForm({ label, entry, saving, onEntry, onSave, onClose }: WorkLogFormProps) {
  const [isChecked, setIsChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const typed = readDuration(entry.time);
  const timeFault = "error" in typed ? typed.error : undefined;
  const dayFault = faultOf(entry.day);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (saving.isPending || "error" in typed || dayFault) return;
    onSave({ minutes: typed.minutes, day: entry.day, note: entry.note.trim() });
  };
  return (
    <form
      ref={form}
      className="worklog-form"
      aria-label={label}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <Field
        label="Time"
        hint="Such as 1h 30m, 90m or 1.5h"
        error={(isChecked ? timeFault : undefined) ?? fieldError(saving.error, "minutes")}
      >
        {(wiring) => (
          <TextInput
            {...wiring}
            value={entry.time}
            onChange={({ target }) => onEntry({ ...entry, time: target.value })}
          />
        )}
      </Field>
      <Field label="Day" error={(isChecked ? dayFault : undefined) ?? fieldError(saving.error, "day")}>
        {(wiring) => (
          <TextInput
            {...wiring}
            type="date"
            max={today()}
            value={entry.day}
            onChange={({ target }) => onEntry({ ...entry, day: target.value })}
          />
        )}
      </Field>
      <Field label="Note (optional)" className="worklog-wide" error={fieldError(saving.error, "note")}>
        {(wiring) => (
          <TextInput
            {...wiring}
            maxLength={500}
            value={entry.note}
            onChange={({ target }) => onEntry({ ...entry, note: target.value })}
          />
        )}
      </Field>
      <div className="task-editor-actions worklog-wide">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary" busy={saving.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}

function faultOf(day: string): string | undefined {
  if (day === "") return "A day is needed.";
  return day > today() ? "The day must not be in the future." : undefined;
}

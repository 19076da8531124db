import { useState } from "react";
import type { NewWorkLog, WorkLog } from "~/shared/api/generated/api";
import { hasStatus } from "~/shared/api/problem";
import { formatDuration } from "~/shared/domain/duration";
import { type Entry, WorkLogForm } from "./WorkLogForm";
import { useChangeWorkLog } from "./worklogs";

type WorkLogEditorProps = { taskKey: string; log: WorkLog; label: string; onClose: () => void };

/** One's own work log being corrected in its place; only what was changed is sent. */
export function WorkLogEditor({ taskKey, log, label, onClose }: WorkLogEditorProps) {
  const [begun] = useState(log);
  const [entry, setEntry] = useState<Entry>({
    time: formatDuration(log.minutes),
    day: log.day,
    note: log.note,
  });
  const { edit } = useChangeWorkLog(taskKey);
  const save = ({ minutes, day, note }: Required<NewWorkLog>) => {
    const patch = {
      ...(minutes === begun.minutes ? {} : { minutes }),
      ...(day === begun.day ? {} : { day }),
      ...(note === begun.note ? {} : { note }),
    };
    if (Object.keys(patch).length === 0) onClose();
    // Once another window's change has been told, saving again is meant: over it.
    else edit.mutate({ log: hasStatus(edit.error, 412) ? log : begun, patch }, { onSuccess: onClose });
  };
  return (
    <WorkLogForm
      label={label}
      entry={entry}
      saving={edit}
      onEntry={setEntry}
      onSave={save}
      onClose={onClose}
    />
  );
}

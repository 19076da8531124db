import { useRef, useState } from "react";
import type { Task } from "~/shared/api/generated/api";
import { nearness, useCommands } from "~/shared/commands/registry";
import { formatDuration } from "~/shared/domain/duration";
import { today } from "~/shared/lib/days";
import { useLiveBeside } from "~/shared/live/useLiveBeside";
import { Button } from "~/shared/ui/Button";
import { Icon } from "~/shared/ui/Icon";
import { Unread } from "./Unread";
import { type Entry, WorkLogForm } from "./WorkLogForm";
import { WorkLogRow } from "./WorkLogRow";
import { useChangeWorkLog, useLogTime, useWorkLogs } from "./worklogs";
import "./children.css";
import "./worklogs.css";

/** What was logged, beside what was thought. */
function sumOf(minutes: number, estimate: number | null | undefined): string {
  const logged = formatDuration(minutes);
  if (estimate)
    return minutes > 0
      ? `${logged} of ${formatDuration(estimate)} logged`
      : `${formatDuration(estimate)} estimated`;
  return minutes > 0 ? `${logged} logged` : "";
}

/** The time that people worked on a task, its sum, and a way to log more. What is typed is kept until it is saved. */
export function WorkLogs({ task, readOnly }: { task: Task; readOnly: boolean }) {
  const [isAdding, setIsAdding] = useState(false);
  const [draft, setDraft] = useState<Entry | null>(null);
  const head = useRef<HTMLDivElement>(null);
  const query = useWorkLogs(task.key);
  const { data, error, isMissing } = query;
  const add = useLogTime(task.key);
  const { remove } = useChangeWorkLog(task.key);
  const mayLog = !readOnly && data !== undefined && !isMissing;
  useLiveBeside("work-log", task.key, task.projectKey);
  useCommands(
    mayLog
      ? [
          {
            id: "task-log-time",
            title: "Log time…",
            group: task.key,
            icon: <Icon name="clock" />,
            words: "work worklog hours minutes spent",
            run: () => setIsAdding(true),
          },
        ]
      : [],
    nearness.open,
  );
  if (isMissing || (!data && !error) || (data && data.items.length === 0 && readOnly)) return null;
  const focusButton = () => head.current?.querySelector("button")?.focus();
  const close = () => {
    setIsAdding(false);
    focusButton();
  };
  return (
    <section className="task-children" aria-label="Time">
      <div className="task-section-head" ref={head}>
        <h2>Time</h2>
        {data ? <span className="worklogs-sum">{sumOf(data.minutes, task.estimateMinutes)}</span> : null}
        {mayLog ? (
          <Button look="ghost" icon="clock" aria-expanded={isAdding} onClick={() => setIsAdding(!isAdding)}>
            Log time
          </Button>
        ) : null}
      </div>
      {data ? null : <Unread what="logged time" query={query} />}
      {isAdding && mayLog ? (
        <WorkLogForm
          label="Log time"
          entry={draft ?? { time: "", day: today(), note: "" }}
          saving={add}
          onEntry={setDraft}
          onSave={(log) =>
            add.mutate(log, {
              onSuccess: () => {
                setDraft(null);
                close();
              },
            })
          }
          onClose={close}
        />
      ) : null}
      {data && data.items.length > 0 ? (
        <ul className="worklogs" aria-label="Logged time">
          {data.items.map((log) => (
            <WorkLogRow
              key={log.id}
              task={task}
              log={log}
              readOnly={readOnly}
              onDelete={() => remove.mutate(log, { onSuccess: focusButton })}
            />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

import { type ReactNode, useState } from "react";
import type { Task, TaskPatch } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { hasStatus, reasonOf } from "~/shared/api/problem";
import { includesRole, useProjectRole } from "~/shared/api/projects";
import { useKeys } from "~/shared/keys/useKeys";
import { formatAgo, formatDate } from "~/shared/lib/format";
import { useNow } from "~/shared/lib/useNow";
import { Button } from "~/shared/ui/Button";
import { Notice } from "~/shared/ui/Notice";
import { Failure, Skeleton } from "~/shared/ui/States";
import { AttachArea } from "./AttachArea";
import { Attachments } from "./Attachments";
import { Children } from "./Children";
import { ConflictNotice } from "./ConflictNotice";
import { Description } from "./Description";
import { Properties } from "./Properties";
import { Relations } from "./Relations";
import { TaskActivity } from "./TaskActivity";
import { Title } from "./Title";
import { useOpenTask } from "./useOpenTask";
import type { TaskOnScreen } from "./useTask";
import { Watchers } from "./Watchers";
import { WorkLogs } from "./WorkLogs";
import "./task.css";

type TaskViewProps = { taskKey: string; screen: TaskOnScreen; wayBack?: ReactNode };

/** A task: title, fields, description, what happened to it and what is said about it. */
export function TaskView({ taskKey, screen, wayBack }: TaskViewProps) {
  const { query, task, latest, change, archive, conflict } = screen;
  const [editKey, setEditKey] = useState(0);
  const role = useProjectRole(task?.projectKey ?? taskKey.replace(/-\d+$/, ""));
  const readOnly = !includesRole(role, "member") || (task?.archived ?? false);
  useOpenTask(screen, readOnly);
  useKeys({ e: readOnly ? undefined : () => setEditKey((count) => count + 1) });

  if (!task || !latest) {
    if (!query.isError) return <Skeleton label={`Loading ${taskKey}`} lines={7} />;
    const missing = hasStatus(query.error, 404);
    return (
      <Failure
        title={missing ? `There is no task ${taskKey} for you` : `${taskKey} could not be loaded`}
        reason={
          missing ? "It does not exist, or you are not a member of its project." : reasonOf(query.error)
        }
        {...(missing ? { actions: wayBack } : { onRetry: () => void query.refetch() })}
      />
    );
  }
  const save = (patch: TaskPatch) => void change(patch, latest);
  return (
    <AttachArea task={latest} readOnly={readOnly}>
      <div className="task-main">
        {conflict ? <ConflictNotice conflict={conflict} screen={screen} /> : null}
        {task.archived ? (
          <Notice
            tone="warn"
            actions={
              includesRole(role, "member") ? (
                <Button icon="retry" busy={archive.isPending} onClick={() => archive.mutate(false)}>
                  Bring it back
                </Button>
              ) : null
            }
          >
            This task is archived: it is on no board and in no list.
          </Notice>
        ) : null}
        <Title
          key={`title-${task.key}-${screen.discards}`}
          task={latest}
          readOnly={readOnly}
          change={change}
        />
        <Description
          key={`text-${task.key}-${screen.discards}`}
          task={latest}
          readOnly={readOnly}
          change={change}
          editKey={editKey}
        />
        <Attachments task={latest} readOnly={readOnly} />
        <Children task={latest} readOnly={readOnly} />
        <Relations key={`relations-${task.key}`} task={latest} readOnly={readOnly} />
        <WorkLogs key={`work-logs-${task.key}`} task={latest} readOnly={readOnly} />
        <TaskActivity key={`activity-${task.key}`} task={latest} readOnly={readOnly} />
      </div>
      <aside className="task-side" aria-label="Fields">
        <Properties task={task} readOnly={readOnly} onChange={save} />
        <Watchers task={task} />
        <History task={task} />
      </aside>
    </AttachArea>
  );
}

function History({ task }: { task: Task }) {
  const reporter = usePeople().get(task.reporterId ?? "");
  const now = useNow(30_000);
  return (
    <p className="task-history">
      Created{reporter ? ` by ${reporter.name}` : ""}{" "}
      <time dateTime={task.createdAt} title={formatDate(task.createdAt)}>
        {formatAgo(task.createdAt, now)}
      </time>
      , changed{" "}
      <time dateTime={task.updatedAt} title={formatDate(task.updatedAt)}>
        {formatAgo(task.updatedAt, now)}
      </time>
      .{task.sourceKey ? ` Imported as ${task.sourceKey}.` : ""}
    </p>
  );
}

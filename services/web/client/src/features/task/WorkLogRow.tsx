import { useRef, useState } from "react";
import type { Task, WorkLog } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { includesRole, useProjectRole } from "~/shared/api/projects";
import { useMe } from "~/shared/api/session";
import { formatDuration } from "~/shared/domain/duration";
import { formatPlainDay } from "~/shared/lib/days";
import { Avatar } from "~/shared/ui/Avatar";
import { IconButton } from "~/shared/ui/Button";
import { Confirm } from "~/shared/ui/Confirm";
import { KeysWithin } from "./KeysWithin";
import { WorkLogEditor } from "./WorkLogEditor";

type WorkLogRowProps = { task: Task; log: WorkLog; readOnly: boolean; onDelete: () => void };

/** Time that somebody worked on a task, and ways to correct it or to take it away. */
export function WorkLogRow({ task, log, readOnly, onDelete }: WorkLogRowProps) {
  const [isEditing, setIsEditing] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const isMine = useMe()?.id === log.userId;
  const mayDelete = includesRole(useProjectRole(task.projectKey), "maintainer") || isMine;
  const person = usePeople().get(log.userId);
  const name = person?.name ?? "Someone unknown";
  const time = formatDuration(log.minutes);
  const day = formatPlainDay(log.day);
  const what = `${time} of ${name} on ${day}`;
  if (isEditing && !readOnly)
    return (
      <li ref={item} tabIndex={-1}>
        <WorkLogEditor
          taskKey={task.key}
          log={log}
          label={`Edit ${what}`}
          onClose={() => {
            setIsEditing(false);
            item.current?.focus({ preventScroll: true });
          }}
        />
      </li>
    );
  return (
    <li ref={item} tabIndex={-1} className="worklog">
      <Avatar user={person} />
      <span className="worklog-who">
        <bdi className="worklog-name">{name}</bdi>
        <time dateTime={log.day}>{day}</time>
      </span>
      <span className="worklog-time">{time}</span>
      {readOnly ? null : (
        <span className="worklog-actions">
          {isMine ? (
            <IconButton icon="edit" label={`Edit ${what}`} onClick={() => setIsEditing(true)} />
          ) : null}
          {mayDelete ? (
            <IconButton icon="trash" label={`Delete ${what}`} onClick={() => setIsDeleting(true)} />
          ) : null}
        </span>
      )}
      {log.note ? (
        <p className="worklog-note" dir="auto">
          {log.note}
        </p>
      ) : null}
      {isDeleting ? (
        <KeysWithin>
          <Confirm
            title="Delete this logged time?"
            action="Delete"
            onClose={() => setIsDeleting(false)}
            onConfirm={onDelete}
          >
            {time} of <bdi>{name}</bdi> on {day} is gone for everybody. There is no way back.
          </Confirm>
        </KeysWithin>
      ) : null}
    </li>
  );
}

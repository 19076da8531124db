import { useState } from "react";
import type { Attachment, Task } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { includesRole, useProjectRole } from "~/shared/api/projects";
import { useMe } from "~/shared/api/session";
import { formatAgo, formatBytes, formatDate } from "~/shared/lib/format";
import { useNow } from "~/shared/lib/useNow";
import { IconButton } from "~/shared/ui/Button";
import { Confirm } from "~/shared/ui/Confirm";
import { Icon } from "~/shared/ui/Icon";
import { contentPath, isPicture, useDeleteAttachment } from "./attachments";
import { KeysWithin } from "./KeysWithin";

type AttachmentRowProps = { task: Task; attachment: Attachment; readOnly: boolean; onDeleted: () => void };

/** A file at a task: what it looks like, who added it, and ways to have it or to take it away. */
export function AttachmentRow({ task, attachment, readOnly, onDeleted }: AttachmentRowProps) {
  const [isDeleting, setIsDeleting] = useState(false);
  const { name, size, addedById, addedAt } = attachment;
  const me = useMe()?.id;
  const role = useProjectRole(task.projectKey);
  const person = usePeople().get(addedById);
  const now = useNow(30_000);
  const { mutate } = useDeleteAttachment(task.key);
  const address = contentPath(task.key, attachment);
  const picture = isPicture(attachment);
  const mayDelete = !readOnly && (addedById === me || includesRole(role, "maintainer"));
  return (
    <li className="attachment">
      <a
        className="attachment-file"
        href={address}
        {...(picture ? { target: "_blank", rel: "noopener" } : { download: name })}
      >
        <span className="attachment-face">
          {picture ? <img src={address} alt="" loading="lazy" /> : <Icon name="file" />}
        </span>
        <bdi className="attachment-name">{name}</bdi>
      </a>
      <span className="attachment-facts">
        {formatBytes(size)} · <bdi>{person?.name ?? "Someone unknown"}</bdi>{" "}
        <time dateTime={addedAt} title={formatDate(addedAt)}>
          {formatAgo(addedAt, now)}
        </time>
      </span>
      <a className="icon-button" href={address} download={name} aria-label={`Download ${name}`}>
        <Icon name="import" />
      </a>
      {mayDelete ? (
        <IconButton icon="trash" label={`Delete ${name}`} onClick={() => setIsDeleting(true)} />
      ) : null}
      {isDeleting ? (
        <KeysWithin>
          <Confirm
            title="Delete this attachment?"
            action="Delete"
            onClose={() => setIsDeleting(false)}
            onConfirm={() => mutate(attachment, { onSuccess: onDeleted })}
          >
            <bdi>{name}</bdi> is gone for everybody, from texts that show it, too. There is no way back.
          </Confirm>
        </KeysWithin>
      ) : null}
    </li>
  );
}

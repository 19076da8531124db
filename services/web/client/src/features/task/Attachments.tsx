import { useContext, useRef } from "react";
import type { Task } from "~/shared/api/generated/api";
import { nearness, useCommands } from "~/shared/commands/registry";
import { useLiveBeside } from "~/shared/live/useLiveBeside";
import { Button } from "~/shared/ui/Button";
import { Icon } from "~/shared/ui/Icon";
import { AttachmentRow } from "./AttachmentRow";
import { AttachContext } from "./attachHere";
import { useAttachments } from "./attachments";
import { Unread } from "./Unread";
import { UploadRow } from "./UploadRow";
import { useUploads } from "./uploads";
import "./attachments.css";

/** The files at a task, those on their way to it, and a way to add some. */
export function Attachments({ task, readOnly }: { task: Task; readOnly: boolean }) {
  const query = useAttachments(task.key);
  const { data, error, isMissing } = query;
  const uploads = useUploads(task.key);
  const here = useContext(AttachContext);
  const chooser = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLDivElement>(null);
  const items = data?.items ?? [];
  const choose = () => chooser.current?.click();
  useLiveBeside("attachment", task.key, task.projectKey);
  useCommands(
    here
      ? [
          {
            id: "task-attach",
            title: "Attach files…",
            group: task.key,
            icon: <Icon name="clip" />,
            words: "attachment upload picture image screenshot",
            run: choose,
          },
        ]
      : [],
    nearness.open,
  );
  if (isMissing || (!data && !error)) return null;
  if (data && items.length + uploads.length === 0 && readOnly) return null;
  return (
    <section className="task-children" aria-label="Attachments">
      <div className="task-section-head" ref={button}>
        <h2>Attachments</h2>
        {here ? (
          <Button look="ghost" icon="clip" onClick={choose}>
            Attach files
          </Button>
        ) : null}
      </div>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label="Files to attach"
        onChange={({ target }) => {
          here?.send([...(target.files ?? [])]);
          target.value = "";
        }}
      />
      {data ? null : <Unread what="attachments" query={query} />}
      <ul className="attachments" aria-label="Files">
        {items.map((item) => (
          <AttachmentRow
            key={item.id}
            task={task}
            attachment={item}
            readOnly={readOnly}
            onDeleted={() => button.current?.querySelector("button")?.focus()}
          />
        ))}
        {uploads.map((item) => (
          <UploadRow key={item.id} upload={item} />
        ))}
      </ul>
    </section>
  );
}

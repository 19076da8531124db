import { useContext } from "react";
import { formatBytes } from "~/shared/lib/format";
import { Button } from "~/shared/ui/Button";
import { Icon } from "~/shared/ui/Icon";
import { Progress } from "~/shared/ui/States";
import { AttachContext } from "./attachHere";
import { dropUpload, type Upload, useSendFiles } from "./uploads";

/** A file on its way: how far it is, or why it was refused, and ways to send it again or let it be. */
export function UploadRow({ upload }: { upload: Upload }) {
  const { task, file, sent, refused } = upload;
  const { again } = useSendFiles(task);
  const mayWrite = useContext(AttachContext) !== null;
  return (
    <li className="attachment">
      <span className="attachment-file">
        <span className="attachment-face">
          <Icon name={refused === null ? "file" : "warning"} />
        </span>
        <bdi className="attachment-name">{file.name}</bdi>
      </span>
      {refused === null ? (
        <span className="attachment-facts" role="status">
          {formatBytes(Math.min(sent, file.size))} of {formatBytes(file.size)}
          <Progress label={`Sending ${file.name}`} value={file.size === 0 ? null : sent / file.size} />
        </span>
      ) : (
        <>
          <span className="attachment-facts attachment-refused" role="alert">
            Not attached. {refused}
          </span>
          {mayWrite ? (
            <Button look="ghost" icon="retry" onClick={() => again(upload)}>
              Try again
            </Button>
          ) : null}
          <Button look="ghost" onClick={() => dropUpload(upload)}>
            Dismiss
          </Button>
        </>
      )}
    </li>
  );
}

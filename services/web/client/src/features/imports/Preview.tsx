import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Import } from "~/shared/api/generated/api";
import { reasonOf } from "~/shared/api/problem";
import { upload } from "~/shared/api/upload";
import { formatBytes } from "~/shared/lib/format";
import { Button } from "~/shared/ui/Button";
import { Icon } from "~/shared/ui/Icon";
import { Notice } from "~/shared/ui/Notice";
import { Failure, Progress, Skeleton } from "~/shared/ui/States";
import { ColumnTable } from "./ColumnTable";
import { assign, type Mapping } from "./mapping";
import { PreviewNotes } from "./PreviewNotes";
import { previewQuery, uploadPath } from "./queries";
import { SampleRows } from "./SampleRows";

type PreviewProps = {
  project: string;
  file: File;
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
  onCancel: () => void;
  onTaken: (started: Import) => void;
};

/** What was recognised in a file, to be corrected, tried and imported. */
export function Preview({ project, file, mapping, onMapping, onCancel, onTaken }: PreviewProps) {
  const preview = useQuery(previewQuery(project, file, mapping));
  const [sent, setSent] = useState(0);
  const sending = useMutation({
    mutationFn: (dryRun: boolean) =>
      upload<Import>(uploadPath(project, file, mapping, dryRun), file, setSent),
    onSuccess: onTaken,
  });
  if (preview.data === undefined) {
    return preview.isError ? (
      <Failure
        title="The file could not be looked at"
        reason={reasonOf(preview.error)}
        onRetry={() => void preview.refetch()}
        actions={<Button onClick={onCancel}>Choose another file</Button>}
      />
    ) : (
      <Skeleton label={`Reading ${file.name}`} lines={6} />
    );
  }
  const seen = preview.data;
  const blocked = seen.error !== null || seen.missing.length > 0 || sending.isPending;
  return (
    <>
      <section className="file-card" aria-label="File">
        <Icon name="file" />
        <div className="row-main">
          <span className="row-title">{file.name}</span>
          <span className="row-note">{formatBytes(file.size)}</span>
        </div>
        <Button look="ghost" onClick={onCancel} disabled={sending.isPending}>
          Choose another file
        </Button>
        <Button disabled={blocked} onClick={() => sending.mutate(true)}>
          Dry run
        </Button>
        <Button look="primary" icon="import" disabled={blocked} onClick={() => sending.mutate(false)}>
          Import
        </Button>
      </section>
      {sending.isPending ? (
        <div className="upload" role="status">
          <span>
            Sending {formatBytes(Math.min(sent, file.size))} of {formatBytes(file.size)}
          </span>
          <Progress label="Upload" value={file.size === 0 ? null : sent / file.size} />
        </div>
      ) : null}
      {sending.isError ? <Notice>The file was not taken: {reasonOf(sending.error)}</Notice> : null}
      <PreviewNotes preview={seen} />
      {seen.error === null ? (
        <>
          <ColumnTable
            columns={seen.columns}
            disabled={sending.isPending}
            onAssign={(column, field) => onMapping(assign(mapping, column, field))}
          />
          <SampleRows preview={seen} />
        </>
      ) : null}
    </>
  );
}

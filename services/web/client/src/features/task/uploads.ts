import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { Attachment, AttachmentList } from "~/shared/api/generated/api";
import { reasonOf } from "~/shared/api/problem";
import { upload } from "~/shared/api/upload";
import { formatBytes } from "~/shared/lib/format";
import { attachmentsKey, attachmentsPath } from "./attachments";

/** A file on its way to a task, or one that was refused and why. It outlives the panel that it was dropped on. */
export type Upload = {
  id: string;
  task: string;
  file: File;
  sent: number;
  refused: string | null;
  onDone: (added: Attachment) => void;
};

let uploads: readonly Upload[] = [];
let count = 0;
const listeners = new Set<() => void>();

function change(to: (uploads: readonly Upload[]) => readonly Upload[]) {
  uploads = to(uploads);
  for (const listener of listeners) listener();
}

function update(id: string, changes: Partial<Upload>) {
  change((all) => all.map((item) => (item.id === id ? { ...item, ...changes } : item)));
}

/** Takes a file out of the list, which does not stop it from being sent. */
export function dropUpload({ id }: Upload): void {
  change((all) => all.filter((item) => item.id !== id));
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The files on their way to a task. */
export function useUploads(task: string): Upload[] {
  return useSyncExternalStore(subscribe, () => uploads).filter((item) => item.task === task);
}

/** Sends files to a task, each by itself, and again those that were refused. */
export function useSendFiles(task: string) {
  const client = useQueryClient();
  return {
    send: (files: readonly File[], onDone: Upload["onDone"] = () => {}) => {
      for (const file of files) {
        // Sent again under the same key, a file whose answer was lost is not there twice.
        const id = `file-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}-${++count}`;
        const item = { id, task, file, sent: 0, refused: null, onDone };
        change((all) => [...all, item]);
        void start(client, item);
      }
    },
    again: (item: Upload) => void start(client, item),
  };
}

async function start(client: QueryClient, item: Upload) {
  const { id, task, file } = item;
  const queryKey = attachmentsKey(task);
  const refused = tooLarge(file, client.getQueryData<AttachmentList>(queryKey));
  update(id, { sent: 0, refused });
  if (refused) return;
  try {
    const path = `${attachmentsPath(task)}?name=${encodeURIComponent(file.name)}`;
    const added = await upload<Attachment>(path, file, (sent) => update(id, { sent }), {
      "Content-Type": "application/octet-stream",
      "Idempotency-Key": id,
    });
    client.setQueryData<AttachmentList>(
      queryKey,
      (list) => list && { ...list, items: [...list.items.filter((one) => one.id !== added.id), added] },
    );
    dropUpload(item);
    item.onDone(added);
  } catch (error) {
    update(id, { refused: reasonOf(error) });
  }
  await client.invalidateQueries({ queryKey });
}

/** Says what the server would, before everything has been sent. */
function tooLarge({ size }: File, list: AttachmentList | undefined): string | null {
  if (!list || size <= list.mostBytes) return null;
  return `It has ${formatBytes(size)}; an attachment has at most ${formatBytes(list.mostBytes)}.`;
}

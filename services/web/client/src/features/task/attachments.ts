import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Attachment, AttachmentList } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { hasStatus, reasonOf } from "~/shared/api/problem";
import { taskPath } from "~/shared/api/tasks";
import { toast } from "~/shared/ui/toasts";
import { useReadWithTask } from "./useReadWithTask";

/** Where a task's attachments are in the API. */
export function attachmentsPath(task: string): string {
  return `${taskPath(task)}/attachments`;
}

/** Where the cache has a task's attachments. */
export function attachmentsKey(task: string) {
  return ["attachments", task];
}

/** Where an attachment's bytes are: what links and pictures in texts name, too. */
export function contentPath(task: string, { id }: Pick<Attachment, "id">): string {
  return `${attachmentsPath(task)}/${id}/content`;
}

/** Whether the server recognised a picture, which it lets a page show. */
export function isPicture({ mediaType }: Attachment): boolean {
  return mediaType.startsWith("image/");
}

/** An attachment in Markdown: a picture, or a link to any other file. */
export function markdownOf(task: string, attachment: Attachment): string {
  const name = attachment.name.replace(/[\\[\]]/g, "\\$&");
  return `${isPicture(attachment) ? "!" : ""}[${name}](${contentPath(task, attachment)})`;
}

/** The files at a task; read again whenever the task is. An api from before this client has none. */
export function useAttachments(task: string) {
  const query = useQuery({
    queryKey: attachmentsKey(task),
    queryFn: ({ signal }) => request<AttachmentList>(attachmentsPath(task), { signal }),
  });
  useReadWithTask(task, query.refetch);
  return { ...query, isMissing: hasStatus(query.error, 404) };
}

/** Deletes an attachment of a task. */
export function useDeleteAttachment(task: string) {
  const client = useQueryClient();
  const queryKey = attachmentsKey(task);
  return useMutation({
    mutationFn: ({ id }: Attachment) => request<null>(`${attachmentsPath(task)}/${id}`, { method: "DELETE" }),
    onSuccess: (_gone, { id }) =>
      client.setQueryData<AttachmentList>(
        queryKey,
        (list) => list && { ...list, items: list.items.filter((item) => item.id !== id) },
      ),
    onError: (error, { name }) => toast(`${name} was not deleted`, { tone: "bad", detail: reasonOf(error) }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Comment } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { everyPage } from "~/shared/api/pages";
import { hasStatus, reasonOf } from "~/shared/api/problem";
import { useMe } from "~/shared/api/session";
import { taskPath } from "~/shared/api/tasks";
import { mayMention } from "~/shared/lib/mentions";
import { toast } from "~/shared/ui/toasts";
import { useReadWithTask } from "./useReadWithTask";

const sending = "sending ";

/** Whether a comment is still on its way to the server. */
export function isSending({ id }: Comment): boolean {
  return id.startsWith(sending);
}

const commentsPath = (task: string) => `${taskPath(task)}/comments`;

/** Where the cache has a task's comments. */
export function commentsKey(task: string) {
  return ["comments", task];
}

/** The path of a comment in the API. */
export function commentPath(task: string, id: string): string {
  return `${commentsPath(task)}/${id}`;
}

/** What is said about a task, oldest first; read again whenever the task is. An api from before this client has none. */
export function useComments(task: string) {
  const query = useQuery({
    queryKey: commentsKey(task),
    queryFn: ({ signal }) => everyPage<Comment>(commentsPath(task), signal),
  });
  useReadWithTask(task, query.refetch);
  return { ...query, isMissing: hasStatus(query.error, 404) };
}

/** Shows other comments than the server has told so far. */
export function changeComments(
  client: QueryClient,
  task: string,
  to: (comments: Comment[]) => Comment[],
): void {
  client.setQueryData<Comment[]>(commentsKey(task), (comments) => comments && to(comments));
}

/** Reads a task's comments again, and the task when what was written may have let somebody watch it. */
export function readAgain(client: QueryClient, task: string, text = ""): Promise<unknown> {
  const keys = mayMention(text) ? [commentsKey(task), ["task", task]] : [commentsKey(task)];
  return Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
}

type Sent = { text: string; attempt: string };

/** Adds comments to a task: on screen at once; one that is refused is given back with its text. */
export function useAddComment(task: string, giveBack: (text: string) => void) {
  const client = useQueryClient();
  const me = useMe()?.id ?? "";
  return useMutation({
    scope: { id: `comment-${task}` },
    mutationFn: ({ text, attempt }: Sent) =>
      request<Comment>(commentsPath(task), {
        method: "POST",
        body: { text },
        headers: { "Idempotency-Key": attempt },
      }),
    onMutate: async ({ text, attempt }) => {
      await client.cancelQueries({ queryKey: commentsKey(task) });
      const comment = {
        id: sending + attempt,
        authorId: me,
        text,
        editedAt: null,
        reactions: [],
        version: 0,
      };
      const createdAt = new Date().toISOString();
      changeComments(client, task, (comments) => [...comments, { ...comment, createdAt }]);
    },
    onSuccess: (added, { attempt }) =>
      changeComments(client, task, (comments) => [
        ...comments.filter(({ id }) => id !== sending + attempt && id !== added.id),
        added,
      ]),
    onError: (error, { text, attempt }) => {
      changeComments(client, task, (comments) => comments.filter(({ id }) => id !== sending + attempt));
      giveBack(text);
      toast("The comment was not sent", { tone: "bad", detail: reasonOf(error) });
    },
    onSettled: (_added, _error, { text }) => readAgain(client, task, text),
  });
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Comment } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { reasonOf } from "~/shared/api/problem";
import { toast } from "~/shared/ui/toasts";
import { focusBeside } from "./commentFocus";
import { changeComments, commentPath, readAgain } from "./comments";

/** Edits and deletes a task's comments. */
export function useChangeComment(task: string) {
  const client = useQueryClient();
  const edit = useMutation({
    mutationFn: ({ comment, text }: { comment: Comment; text: string }) =>
      request<Comment>(commentPath(task, comment.id), {
        method: "PATCH",
        body: { text },
        headers: { "If-Match": `"${comment.version}"` },
      }),
    onSuccess: (edited) =>
      changeComments(client, task, (comments) =>
        comments.map((item) => (item.id === edited.id ? edited : item)),
      ),
    onError: (error) => toast("The comment was not saved", { tone: "bad", detail: reasonOf(error) }),
    onSettled: (_edited, _error, { text }) => readAgain(client, task, text),
  });
  const remove = useMutation({
    mutationFn: ({ id }: Comment) => request<null>(commentPath(task, id), { method: "DELETE" }),
    onSuccess: (_gone, { id }) => {
      focusBeside(id);
      changeComments(client, task, (comments) => comments.filter((item) => item.id !== id));
    },
    onError: (error) => toast("The comment was not deleted", { tone: "bad", detail: reasonOf(error) }),
    onSettled: () => readAgain(client, task),
  });
  return { edit, remove };
}

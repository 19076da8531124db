import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Comment } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { reasonOf } from "~/shared/api/problem";
import { useMe } from "~/shared/api/session";
import { toast } from "~/shared/ui/toasts";
import { changeComments, commentPath, commentsKey } from "./comments";

/** The emoji with which comments are answered, and what they are called. */
export const emojiNames: ReadonlyMap<string, string> = new Map([
  ["👍", "Thumbs up"],
  ["👎", "Thumbs down"],
  ["❤️", "Heart"],
  ["🎉", "Hooray"],
  ["😄", "Smile"],
  ["😕", "Confused"],
  ["👀", "Looking"],
  ["✅", "Done"],
]);

type Answer = { comment: Comment; emoji: string; mine: boolean };

/** Answers a comment with an emoji, or takes that back: on screen at once, put back when it is refused. */
export function useReact(task: string) {
  const client = useQueryClient();
  const me = useMe()?.id ?? "";
  return useMutation({
    scope: { id: `react-${task}` },
    mutationFn: ({ comment, emoji, mine }: Answer) =>
      request<Comment | null>(`${commentPath(task, comment.id)}/reactions/${encodeURIComponent(emoji)}`, {
        method: mine ? "DELETE" : "PUT",
      }),
    onMutate: ({ comment, emoji, mine }) =>
      changeComments(client, task, (comments) =>
        comments.map((item) => (item.id === comment.id ? answered(item, emoji, me, !mine) : item)),
      ),
    onError: (error) => toast("The reaction was not changed", { tone: "bad", detail: reasonOf(error) }),
    onSettled: () => client.invalidateQueries({ queryKey: commentsKey(task) }),
  });
}

function answered(comment: Comment, emoji: string, me: string, holds: boolean): Comment {
  const others = comment.reactions.map((reaction) => {
    if (reaction.emoji !== emoji) return reaction;
    const rest = reaction.userIds.filter((id) => id !== me);
    return { emoji, userIds: holds ? [...rest, me] : rest };
  });
  const isNew = holds && !others.some((reaction) => reaction.emoji === emoji);
  const reactions = isNew ? [...others, { emoji, userIds: [me] }] : others;
  return { ...comment, reactions: reactions.filter(({ userIds }) => userIds.length > 0) };
}

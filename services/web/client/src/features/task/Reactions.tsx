import type { Comment } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { useMe } from "~/shared/api/session";
import { emojiNames, useReact } from "./reactions";

type ReactionsProps = { taskKey: string; comment: Comment; readOnly: boolean };

/** The emoji with which people answered a comment: how many, who, and one's own to give or take back. */
export function Reactions({ taskKey, comment, readOnly }: ReactionsProps) {
  const { mutate } = useReact(taskKey);
  const me = useMe()?.id ?? "";
  const people = usePeople();
  if (comment.reactions.length === 0) return null;
  return (
    <ul className="reactions" aria-label="Reactions">
      {comment.reactions.map(({ emoji, userIds }) => {
        const who = userIds.map((id) => people.get(id)?.name ?? "someone unknown").join(", ");
        const mine = userIds.includes(me);
        return (
          <li key={emoji}>
            <button
              type="button"
              className="reaction"
              aria-label={`${emojiNames.get(emoji) ?? emoji} ${userIds.length}: ${who}`}
              title={who}
              aria-pressed={mine}
              aria-disabled={readOnly}
              onClick={() => (readOnly ? undefined : mutate({ comment, emoji, mine }))}
            >
              <span aria-hidden="true">{emoji}</span>
              {userIds.length}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

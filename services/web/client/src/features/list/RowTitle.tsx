import type { MatchPart, TaskItem } from "~/shared/api/generated/api";

/** A task's title with the words of the query marked, and the place in its description that holds them. */
export function RowTitle({ task }: { task: TaskItem }) {
  const match = task.match;
  const isCurrent = match?.title.map(({ text }) => text).join("") === task.title;
  return match && isCurrent ? <Parts parts={match.title} /> : task.title;
}

/** The place in the description that holds the words of the query. */
export function RowExcerpt({ task }: { task: TaskItem }) {
  if (!task.match || task.match.excerpt.length === 0) return null;
  return (
    <span className="list-excerpt">
      <Parts parts={task.match.excerpt} />
    </span>
  );
}

function Parts({ parts }: { parts: readonly MatchPart[] }) {
  return parts.map(({ text, hit }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name and do not move
    hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  );
}

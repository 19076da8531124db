import type { Ref } from "react";
import type { Activity, Profile } from "~/shared/api/generated/api";
import { formatAgo, formatDate } from "~/shared/lib/format";
import { Avatar } from "~/shared/ui/Avatar";
import { Logo } from "~/shared/ui/Logo";
import { type Names, type Piece, sentenceOf } from "./activitySentence";

const longest = 60;

type ActivityLineProps = {
  activity: Activity;
  actor: Profile | undefined;
  names: Names;
  now: number;
  lineRef?: Ref<HTMLLIElement> | undefined;
  /** Undoes what it tells of, where that is possible. */
  onUndo?: (() => void) | undefined;
};

/** One thing that happened to a task: who did what, and when. */
export function ActivityLine({ activity, actor, names, now, lineRef, onUndo }: ActivityLineProps) {
  const { actorId, at } = activity;
  const who = actorId === null ? "PMT" : (actor?.name ?? capital(names.person(actorId)));
  return (
    <li ref={lineRef} tabIndex={-1} className="activity-line">
      {actorId === null ? <Logo size={20} /> : <Avatar user={actor} />}
      <p>
        <span className="activity-who">
          <Said piece={{ value: who }} />
        </span>{" "}
        {sentenceOf(activity, names).map((piece, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change places
          <Said key={place} piece={piece} />
        ))}{" "}
        <time dateTime={at} title={formatDate(at)}>
          {formatAgo(at, now)}
        </time>
      </p>
      {onUndo ? (
        <button type="button" className="activity-undo" aria-label="Undo this change" onClick={onUndo}>
          Undo
        </button>
      ) : null}
    </li>
  );
}

/** A piece of the sentence; people's values are shortened, and their writing direction stays their own. */
function Said({ piece }: { piece: Piece }) {
  if (typeof piece === "string") return piece;
  const letters = Array.from(piece.value);
  const isLong = letters.length > longest;
  return (
    <bdi className="activity-value" title={isLong ? piece.value : undefined}>
      {isLong ? `${letters.slice(0, longest).join("").trimEnd()}…` : piece.value}
    </bdi>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import { usePeople } from "~/shared/api/people";
import { useMe } from "~/shared/api/session";
import { usePresent } from "~/shared/live/live";
import { Avatar } from "~/shared/ui/Avatar";
import "./others.css";

const mostFaces = 4;

/** Who else has a topic on screen at the moment; nothing when nobody has, or nobody knows. */
export function Others({ topic }: { topic: string | null }) {
  const { users, count } = usePresent(topic);
  const people = usePeople();
  const me = useMe()?.id ?? "";
  const others = users.filter((id) => id !== me);
  if (others.length === 0) return null;
  const more = count - 1 - Math.min(others.length, mostFaces);
  const names = others.map((id) => people.get(id)?.name ?? "someone unknown").join(", ");
  return (
    <span className="others" title={`Also here: ${names}`}>
      <span className="visually-hidden">Also here: {names}</span>
      {others.slice(0, mostFaces).map((id) => (
        <Avatar key={id} user={people.get(id)} />
      ))}
      {more > 0 ? <span aria-hidden="true">+{more}</span> : null}
    </span>
  );
}

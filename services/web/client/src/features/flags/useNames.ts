import { usePeople } from "~/shared/api/people";
import type { Names } from "./words";

/** Names people by their ids, once they are known. */
export function useNames(): Names {
  const people = usePeople();
  return (id) => people.get(id)?.name ?? (people.size === 0 ? "…" : "somebody");
}

import { useRef } from "react";

/** The object of the render before, while each of its fields is what it was. */
export function useSteady<T extends object>(value: T): T {
  const last = useRef(value);
  const before = Object.entries(last.current);
  const now = new Map(Object.entries(value));
  if (before.length !== now.size || before.some(([name, field]) => !Object.is(now.get(name), field)))
    last.current = value;
  return last.current;
}

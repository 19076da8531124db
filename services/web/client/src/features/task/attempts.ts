import { useRef } from "react";
import { newKey } from "~/shared/lib/newKey";

/** Names attempts to send something: the same content again is the same attempt, so that a lost answer doubles nothing. */
export function useAttempts(kind: string) {
  const last = useRef({ content: "", attempt: "" });
  return {
    of: (content: string): string => {
      if (last.current.content !== content) last.current = { content, attempt: newKey(kind) };
      return last.current.attempt;
    },
    /** It has come: the same content would be meant anew. */
    done: (content: string): void => {
      if (last.current.content === content) last.current = { content: "", attempt: "" };
    },
  };
}

import { useRef } from "react";

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

/** Pages served without TLS have no `crypto.randomUUID`; nobody else's keys can collide with one's own. */
function newKey(kind: string): string {
  return `${kind}-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}

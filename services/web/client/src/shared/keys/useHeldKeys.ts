import { useEffect, useRef } from "react";
import { isTyping } from "./useKeys";

/** Listens for keys held with Ctrl or Cmd on the whole page, but in fields and dialogs; a handler may let a key go by. */
export function useHeldKeys(handlers: Record<string, (() => boolean) | undefined>): void {
  const current = useRef(handlers);
  current.current = handlers;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey))
        return;
      if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
      if (current.current[event.key.toLowerCase()]?.()) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

import { useEffect, useRef } from "react";

type Handlers = Record<string, ((event: KeyboardEvent) => void) | undefined>;

const sequenceWindow = 1200;

/**
 * Listens for keys on the whole page. A name is the key as the browser says it ("c", "?", "Escape") or two in a
 * row ("g b"). Keys typed into fields, held with Ctrl, Alt or Cmd, or pressed over a dialog are left alone.
 * Keys without a handler of their own are offered to `others`.
 */
export function useKeys(handlers: Handlers, others?: (keys: string) => (() => void) | undefined): void {
  const current = useRef({ handlers, others });
  current.current = { handlers, others };
  useEffect(() => {
    let first: { key: string; at: number } | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const together = first && Date.now() - first.at < sequenceWindow ? `${first.key} ${key}` : key;
      const find = (keys: string) => current.current.handlers[keys] ?? current.current.others?.(keys);
      const handler = find(together) ?? find(key);
      first = key.length === 1 ? { key, at: Date.now() } : null;
      if (!handler) return;
      first = null;
      event.preventDefault();
      handler(event);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** Whether keys pressed on this target are text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && ["checkbox", "radio"].includes(target.type)) return false;
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

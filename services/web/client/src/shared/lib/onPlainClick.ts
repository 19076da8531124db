import type { MouseEvent } from "react";

/** Has a plain click on a link do something else; with a key held, the browser opens the link as it is used to. */
export function onPlainClick(run: () => void) {
  return (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    run();
  };
}

/** Has a plain click on a link do something, a click with Shift select up to it, and one with Ctrl or ⌘ select it alone. */
export function onChoice(run: () => void, select: (range: boolean) => void) {
  return (event: MouseEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    if (event.shiftKey) select(true);
    else if (event.metaKey || event.ctrlKey) select(false);
    else run();
  };
}

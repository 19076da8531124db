import type { MouseEvent } from "react";

/** Has a plain click on a link do something else; with a key held, the browser opens the link as it is used to. */
export function onPlainClick(run: () => void) {
  return (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    run();
  };
}

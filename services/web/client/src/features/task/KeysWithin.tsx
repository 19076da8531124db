import type { ReactNode } from "react";

/** Keeps keys pressed in a dialog from what lies beneath it. */
export function KeysWithin({ children }: { children: ReactNode }) {
  // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps keys from reaching what lies beneath
  return <div onKeyDown={(event) => event.stopPropagation()}>{children}</div>;
}

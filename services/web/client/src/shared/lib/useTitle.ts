import { useEffect } from "react";

/** Names the browser tab after what is on the page. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · PMT` : "PMT";
  }, [title]);
}

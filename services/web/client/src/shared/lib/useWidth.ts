import { type RefObject, useLayoutEffect, useState } from "react";

/** How wide an element is, and again whenever that changes; unlimited until it was measured. */
export function useWidth(ref: RefObject<HTMLElement | null>): number {
  return useSize(ref, "width");
}

/** How high an element is, and again whenever that changes; unlimited until it was measured. */
export function useHeight(ref: RefObject<HTMLElement | null>): number {
  return useSize(ref, "height");
}

function useSize(ref: RefObject<HTMLElement | null>, side: "width" | "height"): number {
  const [size, setSize] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize(entry.contentRect[side]);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, side]);
  return size;
}

import { type PointerEvent, useEffect, useRef, useState } from "react";
import type { Part } from "./spans";

type Drag = { part: Part; from: number; days: number };

const leastMove = 3;

/**
 * Drags a bar, or one of its ends, by the pointer: whole days at a time; Escape lets it be. A finger scrolls instead.
 * Tells by how many days which part hangs elsewhere just now.
 */
export function useBarDrag(dayWidth: number, enabled: boolean, onDrop: (part: Part, days: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const moved = useRef(false);
  const isOn = drag !== null;
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      setDrag(null);
    };
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  }, [isOn]);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    moved.current = false;
    if (!enabled || event.button !== 0 || event.pointerType === "touch") return;
    const grip = event.target instanceof Element ? event.target.closest("[data-part]") : null;
    const part = grip?.getAttribute("data-part");
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ part: part === "start" || part === "end" ? part : "whole", from: event.clientX, days: 0 });
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!drag) return;
    const by = event.clientX - drag.from;
    if (Math.abs(by) > leastMove) moved.current = true;
    const days = moved.current ? Math.round(by / dayWidth) : 0;
    if (days !== drag.days) setDrag({ ...drag, days });
  };
  const onPointerUp = () => {
    if (drag && drag.days !== 0) onDrop(drag.part, drag.days);
    setDrag(null);
  };
  return {
    part: drag?.part ?? null,
    days: drag?.days ?? 0,
    /** Whether what ends now was a drag, so that its click opens nothing. */
    wasDrag: () => moved.current,
    on: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: () => setDrag(null) },
  };
}

import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import "./popover.css";

type PopoverProps = {
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  children: ReactNode;
  align?: "start" | "end";
};

const gap = 4;
const margin = 8;

/** Content in the top layer beside its anchor; a click outside or Escape closes it and gives focus back. */
export function Popover({ anchor, onClose, children, align = "start" }: PopoverProps) {
  const ref = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const box = ref.current;
    const target = anchor.current;
    if (!box || !target) return;
    box.showPopover();
    const place = () => placeBeside(box, target, align);
    place();
    const observer = new ResizeObserver(place);
    observer.observe(box);
    window.addEventListener("resize", place);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", place);
      const inside = box.contains(document.activeElement);
      if (inside) target.focus({ preventScroll: true });
    };
  }, [anchor, align]);

  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => {
      const target = event.target;
      if (!(target instanceof Node) || ref.current?.contains(target) || anchor.current?.contains(target))
        return;
      close.current();
    };
    document.addEventListener("pointerdown", onPointerDown, true);
    return () => document.removeEventListener("pointerdown", onPointerDown, true);
  }, [anchor]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps keys from reaching what lies beneath
    <div
      ref={ref}
      popover="manual"
      className="popover"
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </div>
  );
}

function placeBeside(box: HTMLElement, target: HTMLElement, align: "start" | "end") {
  const from = target.getBoundingClientRect();
  const size = box.getBoundingClientRect();
  const wanted = align === "start" ? from.left : from.right - size.width;
  const left = Math.max(margin, Math.min(wanted, window.innerWidth - size.width - margin));
  const below = from.bottom + gap;
  // The keyboard of a phone lies over the page.
  const bottom = window.visualViewport
    ? window.visualViewport.offsetTop + window.visualViewport.height
    : window.innerHeight;
  const fits = below + size.height <= bottom - margin;
  const top = fits ? below : Math.max(margin, from.top - size.height - gap);
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}

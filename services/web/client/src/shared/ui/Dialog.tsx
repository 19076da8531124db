import { type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "./Button";
import { classes } from "./classes";
import "./dialog.css";

type DialogProps = {
  title: string;
  onClose: () => void;
  children: ReactNode;
  size?: "small" | "medium";
  className?: string;
  /** Without a head to see; the title still names it. */
  bare?: boolean;
};

/** A modal on the native dialog element: focus is trapped and given back, Escape and the scrim close it. */
export function Dialog({ title, onClose, children, size = "small", className, bare }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    const first = ["[data-autofocus]", "input, select, textarea"]
      .map((wanted) => dialog?.querySelector<HTMLElement>(wanted))
      .find((element) => element);
    first?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes it with Escape, natively
    <dialog
      ref={ref}
      className={classes("dialog", `dialog-${size}`, className)}
      aria-labelledby={heading}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="dialog-sheet">
        <header className={bare ? "visually-hidden" : "dialog-head"}>
          <h2 id={heading}>{title}</h2>
          {bare ? null : <IconButton icon="close" label="Close" keys="Esc" onClick={onClose} />}
        </header>
        {children}
      </div>
    </dialog>
  );
}

/** The row of buttons at the foot of a dialog. */
export function DialogActions({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <footer className="dialog-actions">
      <span className="dialog-note">{note}</span>
      {children}
    </footer>
  );
}

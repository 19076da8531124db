import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Popover } from "./Popover";

type MenuProps = {
  label: string;
  trigger: ReactNode;
  triggerClass: string;
  align?: "start" | "end";
  children: (close: () => void) => ReactNode;
};

/** A button with a menu; arrows walk the items, Home and End jump. */
export function Menu({ label, trigger, triggerClass, align = "start", children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const close = () => setOpen(false);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={triggerClass}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        onClick={() => setOpen(!open)}
      >
        {trigger}
      </button>
      {open ? (
        <Popover anchor={anchor} onClose={close} align={align}>
          <MenuItems label={label}>{children(close)}</MenuItems>
        </Popover>
      ) : null}
    </>
  );
}

/** The items of a menu, walked with the arrow keys. */
function MenuItems({ label, children }: { label: string; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => items(ref.current)[0]?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items(ref.current);
    const at = all.findIndex((item) => item.matches(":focus"));
    const target = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[
      event.key
    ];
    if (target === undefined) return;
    event.preventDefault();
    all[target % all.length]?.focus();
  };
  return (
    <div ref={ref} role="menu" tabIndex={-1} aria-label={label} className="menu" onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}

function items(menu: HTMLElement | null): HTMLElement[] {
  return Array.from(menu?.querySelectorAll<HTMLElement>("[role^=menuitem]:not(:disabled)") ?? []);
}

type MenuItemProps = {
  icon?: ReactNode;
  hint?: ReactNode;
  checked?: boolean;
  several?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
};

/** One action of a menu; with `checked`, one of the options, of which `several` may hold. */
export function MenuItem({ icon, hint, checked, several, disabled, onSelect, children }: MenuItemProps) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: only a menuitemradio or -checkbox, which support it, gets aria-checked
    <button
      type="button"
      role={checked === undefined ? "menuitem" : several ? "menuitemcheckbox" : "menuitemradio"}
      aria-checked={checked}
      className="choice"
      tabIndex={-1}
      disabled={disabled}
      onClick={onSelect}
    >
      {icon}
      <span className="choice-text">{children}</span>
      {hint ? <span className="choice-hint">{hint}</span> : null}
    </button>
  );
}

/** A line between groups of a menu. */
export function MenuLine() {
  return <hr className="menu-line" />;
}

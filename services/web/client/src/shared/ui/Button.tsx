import type { ButtonHTMLAttributes } from "react";
import { classes } from "./classes";
import { Icon, type IconName } from "./Icon";
import "./button.css";

type Look = "primary" | "secondary" | "ghost" | "danger";

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: Look | undefined;
  icon?: IconName | undefined;
  busy?: boolean | undefined;
};

/** The one button: a look, an optional icon, and a busy state that keeps its width and focus. */
export function Button({
  look = "secondary",
  icon,
  busy,
  className,
  children,
  disabled,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={classes("button", `button-${look}`, className)}
    >
      {icon ? <Icon name={icon} /> : null}
      {children ? <span className="button-text">{children}</span> : null}
    </button>
  );
}

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "aria-label" | "title"> & {
  icon: IconName;
  label: string;
  keys?: string;
};

/** A square button with only an icon; its label is the accessible name and the tooltip. */
export function IconButton({ icon, label, keys, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={keys ? `${label}  ${keys}` : label}
      className={classes("icon-button", className)}
    >
      <Icon name={icon} />
    </button>
  );
}

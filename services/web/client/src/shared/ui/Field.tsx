import {
  type ComponentProps,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  useId,
} from "react";
import { classes } from "./classes";
import "./field.css";

type FieldWiring = { id: string; "aria-invalid"?: true; "aria-describedby"?: string };

type FieldProps = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  hideLabel?: boolean;
  className?: string;
  children: (wiring: FieldWiring) => ReactNode;
};

/** A label, its control, and below it the hint or the error, wired together for assistive technology. */
export function Field({ label, hint, error, hideLabel, className, children }: FieldProps) {
  const id = useId();
  const note = `${id}-note`;
  const wiring: FieldWiring = {
    id,
    ...(error ? { "aria-invalid": true } : {}),
    ...(error || hint ? { "aria-describedby": note } : {}),
  };
  return (
    <div className={classes("field", className)}>
      <label htmlFor={id} className={hideLabel ? "visually-hidden" : "field-label"}>
        {label}
      </label>
      {children(wiring)}
      {error ? (
        <p id={note} className="field-error" role="alert">
          {error}
        </p>
      ) : hint ? (
        <p id={note} className="field-hint">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

type CheckFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "onChange"> & {
  label: string;
  note?: ReactNode;
  onChecked: (checked: boolean) => void;
};

/** A box to tick, with its label and a note beside it. */
export function CheckField({ label, note, onChecked, ...rest }: CheckFieldProps) {
  return (
    <label className="field-check">
      <input type="checkbox" {...rest} onChange={({ target }) => onChecked(target.checked)} />
      <span>
        {label}
        {note ? <span className="row-note">{note}</span> : null}
      </span>
    </label>
  );
}

/** A one-line text input in the house style. */
export function TextInput({ className, ...rest }: InputHTMLAttributes<HTMLInputElement>) {
  return <input type="text" autoComplete="off" {...rest} className={classes("input", className)} />;
}

/** A multi-line text input that grows with its text. */
export function TextArea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea {...rest} className={classes("input input-area", className)} />;
}

/** A native select in the house style. */
export function Select({ className, ...rest }: SelectHTMLAttributes<HTMLSelectElement>) {
  return <select {...rest} className={classes("input input-select", className)} />;
}

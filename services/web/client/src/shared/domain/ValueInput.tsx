import { type InputHTMLAttributes, useId } from "react";
import { classes } from "~/shared/ui/classes";
import "./property.css";

/** How something is typed: texts have the whole width, numbers a keyboard of their own, days a calendar. */
export type TypedKind = "number" | "text" | "duration" | "date";

type ValueInputProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "maxLength" | "min" | "placeholder" | "onBlur" | "onKeyDown" | "onPointerDown"
> & {
  label: string;
  text: string;
  kind: TypedKind;
  error?: string | undefined;
  readOnly?: boolean;
  onText: (text: string) => void;
};

/** A field of a task that is typed, and below it what is wrong with it. */
export function ValueInput({ label, text, kind, error, readOnly, onText, ...rest }: ValueInputProps) {
  const note = useId();
  const isDate = kind === "date";
  return (
    <>
      <input
        {...rest}
        type={isDate ? "date" : "text"}
        className={classes(
          "property property-input",
          kind === "text" && "property-wide",
          isDate && "property-day",
        )}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? note : undefined}
        inputMode={kind === "number" ? "decimal" : undefined}
        max={isDate ? "9999-12-31" : undefined}
        data-empty={isDate && text === "" ? true : undefined}
        autoComplete="off"
        disabled={readOnly}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      {error ? (
        <p id={note} className="field-error" role="alert">
          {error}
        </p>
      ) : null}
    </>
  );
}

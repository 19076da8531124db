import { useState } from "react";
import type { Typed } from "~/shared/domain/customValues";
import { classes } from "~/shared/ui/classes";

type TypedValueProps<V extends string | number> = {
  label: string;
  value: V | null;
  read: (text: string) => Typed<V>;
  /** Texts have the whole width, numbers a keyboard of their own. */
  kind?: "number" | "text" | "duration";
  maxLength?: number | undefined;
  readOnly: boolean;
  onValue: (value: V | null) => void;
  /** Hears when nothing is left to type. */
  onEnd?: (() => void) | undefined;
};

/** A value that is typed in place: Enter or leaving saves, Escape takes the typing back. */
export function TypedValue<V extends string | number>(props: TypedValueProps<V>) {
  const { label, value, read, kind = "number", maxLength, readOnly, onValue, onEnd } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const saved = value === null ? "" : String(value);
  const typed = read(draft ?? saved);
  const error = "error" in typed ? typed.error : undefined;
  const save = () => {
    if (error) return;
    setDraft(null);
    if (draft !== null && "value" in typed && typed.value !== value) onValue(typed.value);
    onEnd?.();
  };
  return (
    <>
      <input
        className={classes("property property-input", kind === "text" && "property-wide")}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        inputMode={kind === "number" ? "decimal" : undefined}
        maxLength={maxLength}
        placeholder="None"
        autoComplete="off"
        disabled={readOnly}
        value={draft ?? saved}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === "Enter") save();
          if (event.key !== "Escape" || (draft === null && !onEnd)) return;
          event.stopPropagation();
          setDraft(null);
          onEnd?.();
        }}
      />
      {error ? (
        <p className="field-error" role="alert">
          {error}
        </p>
      ) : null}
    </>
  );
}

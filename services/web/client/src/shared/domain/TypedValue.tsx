import { useState } from "react";
import { faultOf, type Typed } from "./customValues";
import { type TypedKind, ValueInput } from "./ValueInput";

type TypedValueProps<V extends string | number> = {
  label: string;
  value: V | null;
  read: (text: string) => Typed<V>;
  kind?: Exclude<TypedKind, "date">;
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
  const error = faultOf(typed);
  const save = () => {
    if (error) return;
    setDraft(null);
    if (draft !== null && "value" in typed && typed.value !== value) onValue(typed.value);
    onEnd?.();
  };
  return (
    <ValueInput
      label={label}
      text={draft ?? saved}
      kind={kind}
      error={error}
      maxLength={maxLength}
      placeholder="None"
      readOnly={readOnly}
      onText={setDraft}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") save();
        if (event.key !== "Escape" || (draft === null && !onEnd)) return;
        event.stopPropagation();
        setDraft(null);
        onEnd?.();
      }}
    />
  );
}

import { useRef, useState } from "react";
import { ValueInput } from "./ValueInput";

type DayProps = {
  label: string;
  day: string | null;
  min?: string | null;
  readOnly: boolean;
  onDay: (day: string | null) => void;
};

/** A day, edited in place: a day picked from the calendar is saved at once, a typed one by Enter or by leaving. */
export function Day({ label, day, min, readOnly, onDay }: DayProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const isTyping = useRef(false);
  const save = (value: string | null) => {
    setDraft(null);
    if (value !== null && value !== (day ?? "")) onDay(value || null);
  };
  return (
    <ValueInput
      label={label}
      text={draft ?? day ?? ""}
      kind="date"
      min={min ?? undefined}
      readOnly={readOnly}
      onPointerDown={() => {
        isTyping.current = false;
      }}
      onText={(text) => {
        if (isTyping.current) setDraft(text);
        else save(text);
      }}
      onBlur={() => save(draft)}
      onKeyDown={(event) => {
        isTyping.current = true;
        if (event.key === "Enter") save(draft);
        if (event.key !== "Escape" || draft === null) return;
        event.stopPropagation();
        setDraft(null);
      }}
    />
  );
}

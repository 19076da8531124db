import { useRef, useState } from "react";

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
    <input
      type="date"
      className="property property-input property-day"
      aria-label={label}
      disabled={readOnly}
      min={min ?? undefined}
      max="9999-12-31"
      data-empty={(draft ?? day) ? undefined : true}
      value={draft ?? day ?? ""}
      onPointerDown={() => {
        isTyping.current = false;
      }}
      onChange={({ target }) => {
        if (isTyping.current) setDraft(target.value);
        else save(target.value);
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

import { useState } from "react";
import { type Choice, Picker } from "~/shared/ui/Picker";
import { toggled } from "./taskFilter";

type SeveralProps = {
  label: string;
  ids: readonly string[];
  choices: readonly Choice<string>[];
  /** Whether the hints of what is chosen are shown beside their names, and not only when they are pointed at. */
  showHints: boolean;
  readOnly: boolean;
  onIds: (ids: string[]) => void;
};

/** Several of some choices: what is ticked is saved at once when the list closes, in the choices' order. */
export function Several({ label, ids, choices, showHints, readOnly, onIds }: SeveralProps) {
  const [draft, setDraft] = useState<readonly string[] | null>(null);
  const chosen = choices.filter(({ value }) => (draft ?? ids).includes(value));
  const names = chosen.map((choice) => choice.label).join(", ");
  const full = chosen.map((choice) => [choice.label, choice.hint].filter(Boolean).join(" · ")).join(", ");
  const text = showHints ? full : names;
  return (
    <Picker
      label={text ? `${label}: ${text}` : label}
      className="property"
      disabled={readOnly}
      value={null}
      choices={choices}
      chosen={draft ?? ids}
      onPick={(id) => setDraft(toggled(draft ?? ids, id))}
      onClose={() => {
        const wanted = chosen.map(({ value }) => value);
        setDraft(null);
        if (wanted.length !== ids.length || wanted.some((id) => !ids.includes(id))) onIds(wanted);
      }}
    >
      <span className={text ? "property-text" : "property-none"} title={full || undefined}>
        {text || "None"}
      </span>
    </Picker>
  );
}

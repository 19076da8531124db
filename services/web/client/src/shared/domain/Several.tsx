import { useState } from "react";
import { type Choice, Picker } from "~/shared/ui/Picker";
import { toggled } from "./taskFilter";

type SeveralProps = {
  label: string;
  ids: readonly string[];
  choices: readonly Choice<string>[];
  readOnly: boolean;
  onIds: (ids: string[]) => void;
};

/** Several of some choices: what is ticked is saved at once when the list closes, in the choices' order. */
export function Several({ label, ids, choices, readOnly, onIds }: SeveralProps) {
  const [draft, setDraft] = useState<readonly string[] | null>(null);
  const chosen = draft ?? ids;
  const names = choices.filter(({ value }) => chosen.includes(value)).map((choice) => choice.label);
  return (
    <Picker
      label={names.length > 0 ? `${label}: ${names.join(", ")}` : label}
      className="property"
      disabled={readOnly}
      value={null}
      choices={choices}
      chosen={chosen}
      onPick={(id) => setDraft(toggled(chosen, id))}
      onClose={() => {
        const wanted = choices.map(({ value }) => value).filter((id) => chosen.includes(id));
        setDraft(null);
        if (wanted.join() !== ids.join()) onIds(wanted);
      }}
    >
      <span className={names.length > 0 ? "property-text" : "property-none"}>
        {names.join(", ") || "None"}
      </span>
    </Picker>
  );
}

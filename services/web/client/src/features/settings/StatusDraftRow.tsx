import { StatusGlyph } from "~/shared/domain/Glyphs";
import { categoryNames } from "~/shared/domain/names";
import { Select } from "~/shared/ui/Field";
import { NameInput } from "./NameInput";
import { PlaceButtons } from "./PlaceButtons";
import type { StatusDraft } from "./statusDrafts";

type StatusDraftRowProps = {
  draft: StatusDraft;
  fault: string;
  isFirst: boolean;
  isLast: boolean;
  isNew: boolean;
  onChange: (draft: StatusDraft) => void;
  onShift: (by: 1 | -1) => void;
  onRemove: () => void;
};

const categories = ["todo", "doing", "done"] as const;

/** A status that is being edited: its name, what it means, its place, and the way to take it away. */
export function StatusDraftRow(props: StatusDraftRowProps) {
  const { draft, fault, isFirst, isLast, isNew, onChange, onShift, onRemove } = props;
  const name = draft.name.trim() || "the new status";
  return (
    <li className="row status-draft">
      <StatusGlyph category={draft.category} />
      <NameInput
        label={`Name of ${name}`}
        name={draft.name}
        fault={fault}
        isNew={isNew}
        onName={(changed) => onChange({ ...draft, name: changed })}
      />
      <Select
        className="status-category"
        aria-label={`What ${name} means`}
        value={draft.category}
        onChange={({ target }) => {
          const category = categories.find((one) => one === target.value);
          if (category) onChange({ ...draft, category });
        }}
      >
        {categories.map((category) => (
          <option key={category} value={category}>
            {categoryNames[category]}
          </option>
        ))}
      </Select>
      <PlaceButtons
        name={name}
        isFirst={isFirst}
        isLast={isLast}
        isNeeded={isFirst && isLast}
        onShift={onShift}
        onRemove={onRemove}
      />
    </li>
  );
}

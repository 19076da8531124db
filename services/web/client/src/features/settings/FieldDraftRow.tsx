import { fieldTypes, hasOptions } from "~/shared/domain/customValues";
import { IconButton } from "~/shared/ui/Button";
import { Select } from "~/shared/ui/Field";
import { type FieldDraft, withType } from "./fieldDrafts";
import { NameInput } from "./NameInput";
import { OptionDrafts } from "./OptionDrafts";
import { PlaceButtons } from "./PlaceButtons";

type FieldDraftRowProps = {
  project: string;
  draft: FieldDraft;
  fault: string;
  isFirst: boolean;
  isLast: boolean;
  newest: string;
  onNew: () => string;
  onChange: (draft: FieldDraft) => void;
  onShift: (by: 1 | -1) => void;
  onRemove: () => void;
};

/** A custom field that is being edited; its type stays once it is saved. */
export function FieldDraftRow(props: FieldDraftRowProps) {
  const { project, draft, fault, isFirst, isLast, newest, onNew, onChange, onShift, onRemove } = props;
  const { id, type, archived } = draft;
  const name = draft.name.trim() || "the new field";
  const purpose = fieldTypes.find((one) => one.type === type)?.purpose;
  return (
    <li className="field-draft">
      <div className="row status-draft">
        <NameInput
          label={`Name of ${name}`}
          name={draft.name}
          fault={fault}
          isNew={draft.at === newest}
          onName={(changed) => onChange({ ...draft, name: changed })}
        />
        {archived ? <span className="tag">archived</span> : null}
        <Select
          className="field-type"
          aria-label={`Type of ${name}`}
          title={id ? "A field keeps its type." : undefined}
          disabled={id !== null}
          value={type}
          onChange={({ target }) => {
            const chosen = fieldTypes.find((one) => one.type === target.value);
            if (chosen) onChange(withType(draft, chosen.type));
          }}
        >
          {fieldTypes.map((one) => (
            <option key={one.type} value={one.type}>
              {one.name}
            </option>
          ))}
        </Select>
        <IconButton
          icon={archived ? "retry" : "archive"}
          label={archived ? `Bring ${name} back` : `Archive ${name}`}
          disabled={id === null}
          onClick={() => onChange({ ...draft, archived: !archived })}
        />
        <PlaceButtons name={name} isFirst={isFirst} isLast={isLast} onShift={onShift} onRemove={onRemove} />
      </div>
      {purpose ? <p className="field-purpose">{purpose}</p> : null}
      {hasOptions(type) ? (
        <OptionDrafts
          project={project}
          field={name}
          type={type}
          options={draft.options}
          newest={newest}
          onNew={onNew}
          onChange={(options) => onChange({ ...draft, options })}
        />
      ) : null}
    </li>
  );
}

import { Button } from "~/shared/ui/Button";
import { type Draft, shifted } from "./drafts";
import { mostOptions, newOption, optionFault, saidOf } from "./fieldDrafts";
import { NameInput } from "./NameInput";
import { PlaceButtons } from "./PlaceButtons";

type OptionDraftsProps = {
  field: string;
  options: readonly Draft[];
  newest: string;
  onNew: () => string;
  onChange: (options: Draft[]) => void;
};

/** The options of a field that is being edited. */
export function OptionDrafts({ field, options, newest, onNew, onChange }: OptionDraftsProps) {
  return (
    <div className="option-drafts">
      <ul aria-label={`Options of ${field}`}>
        {options.map((option, index) => {
          const name = `${option.name.trim() || "the new option"} of ${field}`;
          return (
            <li key={option.at} className="option-draft">
              <NameInput
                label={`Name of ${name}`}
                name={option.name}
                fault={saidOf(option, optionFault(options, option))}
                isNew={option.at === newest}
                onName={(changed) => onChange(options.with(index, { ...option, name: changed }))}
              />
              <PlaceButtons
                name={name}
                isFirst={index === 0}
                isLast={index === options.length - 1}
                isNeeded={options.length === 1}
                onShift={(by) => onChange(shifted(options, index, by))}
                onRemove={() => onChange(options.toSpliced(index, 1))}
              />
            </li>
          );
        })}
      </ul>
      <Button
        look="ghost"
        icon="add"
        aria-label={`Add an option to ${field}`}
        disabled={options.length >= mostOptions}
        onClick={() => onChange([...options, newOption(onNew())])}
      >
        Add an option
      </Button>
    </div>
  );
}

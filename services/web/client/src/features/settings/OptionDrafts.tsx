import type { CustomFieldType } from "~/shared/api/generated/api";
import { Button } from "~/shared/ui/Button";
import { shifted } from "./drafts";
import { mostOptions, newOption, type OptionDraft, optionFault, saidOf } from "./fieldDrafts";
import { NameInput } from "./NameInput";
import { OptionDetails } from "./OptionDetails";
import { PlaceButtons } from "./PlaceButtons";

type OptionDraftsProps = {
  project: string;
  field: string;
  type: CustomFieldType;
  options: readonly OptionDraft[];
  newest: string;
  onNew: () => string;
  onChange: (options: OptionDraft[]) => void;
};

/** The options of a field that is being edited. */
export function OptionDrafts(props: OptionDraftsProps) {
  const { project, field, type, options, newest, onNew, onChange } = props;
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
              <OptionDetails
                project={project}
                type={type}
                name={name}
                option={option}
                onChange={(changed) => onChange(options.with(index, changed))}
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

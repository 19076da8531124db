import type { CustomFieldType } from "~/shared/api/generated/api";
import { Person } from "~/shared/domain/Person";
import { CheckField, TextInput } from "~/shared/ui/Field";
import type { OptionDraft } from "./fieldDrafts";

type OptionDetailsProps = {
  project: string;
  type: CustomFieldType;
  name: string;
  option: OptionDraft;
  onChange: (option: OptionDraft) => void;
};

/** What an option has beside its name: a component who leads it, a version its day and whether it is released. */
export function OptionDetails({ project, type, name, option, onChange }: OptionDetailsProps) {
  if (type === "component")
    return (
      <span className="option-detail">
        <span aria-hidden="true">Lead</span>
        <Person
          label={`Lead of ${name}`}
          id={option.leadId}
          projectKey={project}
          readOnly={false}
          onPerson={(leadId) => onChange({ ...option, leadId })}
        />
      </span>
    );
  if (type !== "version") return null;
  return (
    <span className="option-detail">
      <span aria-hidden="true">Release</span>
      <TextInput
        type="date"
        className="option-day"
        aria-label={`Release day of ${name}`}
        max="9999-12-31"
        value={option.releasesOn}
        onChange={({ target }) => onChange({ ...option, releasesOn: target.value })}
      />
      <CheckField
        label="Released"
        aria-label={`Released: ${name}`}
        checked={option.released}
        onChecked={(released) => onChange({ ...option, released })}
      />
    </span>
  );
}

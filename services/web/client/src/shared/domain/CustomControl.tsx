import type { CustomField, CustomValuesPatch } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { type Choice, Picker } from "~/shared/ui/Picker";
import { Address } from "./Address";
import { type CustomValue, idsOf, readNumber, readText, textOf } from "./customValues";
import { Day } from "./Day";
import { optionChoices } from "./options";
import { Person } from "./Person";
import { Several } from "./Several";
import { TypedValue } from "./TypedValue";

type CustomControlProps = {
  field: CustomField;
  value: CustomValue;
  projectKey: string;
  readOnly: boolean;
  onValue: (value: CustomValuesPatch[string]) => void;
};

const none: Choice<string> = { value: "none", label: "None" };

/** What edits a value of a custom field, by the field's type. */
export function CustomControl(props: CustomControlProps) {
  const { field, value, readOnly, onValue } = props;
  const label = field.name;
  const text = textOf(value) || null;
  const options = optionChoices(field, usePeople());
  switch (field.type) {
    case "number": {
      const number = typeof value === "number" ? value : null;
      return (
        <TypedValue label={label} value={number} read={readNumber} readOnly={readOnly} onValue={onValue} />
      );
    }
    case "date":
      return <Day label={label} day={text} readOnly={readOnly} onDay={onValue} />;
    case "select":
      return (
        <Picker
          label={label}
          className="property"
          disabled={readOnly}
          value={text ?? none.value}
          choices={[none, ...options]}
          onPick={(id) => {
            if (id !== (text ?? none.value)) onValue(id === none.value ? null : id);
          }}
        >
          <span className={text ? "property-text" : "property-none"}>
            {options.find((option) => option.value === text)?.label ?? none.label}
          </span>
        </Picker>
      );
    case "multi-select":
    case "component":
    case "version":
      return (
        <Several
          label={label}
          ids={idsOf(value)}
          choices={options}
          showHints={field.type === "version"}
          readOnly={readOnly}
          onIds={(ids) => onValue(ids.length > 0 ? inOrder(field, ids) : null)}
        />
      );
    case "user":
      return (
        <Person
          label={label}
          id={text}
          projectKey={props.projectKey}
          readOnly={readOnly}
          onPerson={onValue}
        />
      );
    case "url":
      return <Address label={label} address={text ?? ""} readOnly={readOnly} onAddress={onValue} />;
    default:
      return (
        <TypedValue
          label={label}
          value={text}
          read={readText}
          kind="text"
          maxLength={1000}
          readOnly={readOnly}
          onValue={onValue}
        />
      );
  }
}

/** Options in the order of their field, as values keep them. */
function inOrder({ options }: CustomField, ids: readonly string[]): string[] {
  return options.map(({ id }) => id).filter((id) => ids.includes(id));
}

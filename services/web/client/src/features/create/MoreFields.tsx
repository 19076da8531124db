import { useId, useState } from "react";
import type { CustomField } from "~/shared/api/generated/api";
import { CustomControl } from "~/shared/domain/CustomControl";
import { type NewTaskDraft, nameOf } from "~/shared/domain/newTask";
import { Property } from "~/shared/domain/Property";
import { type TypedKind, ValueInput } from "~/shared/domain/ValueInput";
import { Button } from "~/shared/ui/Button";

type MoreFieldsProps = {
  draft: NewTaskDraft;
  projectKey: string;
  fields: readonly CustomField[];
  errorOf: (name: string) => string | undefined;
  onChange: (part: Partial<NewTaskDraft>) => void;
};

const typed: Partial<Record<CustomField["type"], { kind: TypedKind; maxLength?: number }>> = {
  text: { kind: "text", maxLength: 1000 },
  number: { kind: "number" },
  date: { kind: "date" },
  url: { kind: "text", maxLength: 2000 },
};

/** The estimate and the project's own fields: out of the way, until one is wanted, filled or wrong. */
export function MoreFields({ draft, projectKey, fields, errorOf, onChange }: MoreFieldsProps) {
  const { estimate, custom } = draft;
  const [asked, setAsked] = useState<boolean | null>(null);
  const id = useId();
  const filled = [estimate, ...fields.map((field) => custom[field.id] ?? "")].filter(
    (entered) => entered.length > 0,
  ).length;
  const isWrong = ["estimateMinutes", ...fields.map(nameOf)].some((name) => errorOf(name));
  const isOpen = isWrong || (asked ?? filled > 0);
  return (
    <div className="create-more">
      <Button
        look="ghost"
        icon="chevron"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setAsked(!isOpen)}
      >
        More fields
        {isOpen || filled === 0 ? null : `, ${filled} filled`}
      </Button>
      <dl id={id} className="properties" hidden={!isOpen}>
        <Property name="Estimate">
          <ValueInput
            label="Estimate"
            text={estimate}
            kind="duration"
            placeholder="None"
            error={errorOf("estimateMinutes")}
            onText={(text) => onChange({ estimate: text })}
          />
        </Property>
        {fields.map((field) => (
          <Property key={field.id} name={field.name}>
            <NewValue
              field={field}
              entered={custom[field.id] ?? ""}
              projectKey={projectKey}
              error={errorOf(nameOf(field))}
              onEntered={(entered) => onChange({ custom: { ...custom, [field.id]: entered } })}
            />
          </Property>
        ))}
      </dl>
    </div>
  );
}

type NewValueProps = {
  field: CustomField;
  entered: string | string[];
  projectKey: string;
  error: string | undefined;
  onEntered: (entered: string | string[]) => void;
};

/** A custom field of a new task: what is typed stays as it is until the task is created, the rest is picked as ever. */
function NewValue({ field, entered, projectKey, error, onEntered }: NewValueProps) {
  const how = typed[field.type];
  if (how && typeof entered === "string")
    return (
      <ValueInput
        {...how}
        label={field.name}
        text={entered}
        placeholder="None"
        error={error}
        onText={onEntered}
      />
    );
  return (
    <>
      <CustomControl
        field={field}
        value={entered.length > 0 ? entered : undefined}
        projectKey={projectKey}
        readOnly={false}
        onValue={(value) => onEntered(typeof value === "object" ? (value ?? []) : String(value))}
      />
      {error ? (
        <p className="field-error" role="alert">
          {error}
        </p>
      ) : null}
    </>
  );
}

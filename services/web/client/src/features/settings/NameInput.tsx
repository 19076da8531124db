import { TextInput } from "~/shared/ui/Field";

type NameInputProps = {
  label: string;
  name: string;
  fault: string;
  isNew: boolean;
  onName: (name: string) => void;
};

/** The name of something in a list that is being edited, and what is wrong with it. */
export function NameInput({ label, name, fault, isNew, onName }: NameInputProps) {
  return (
    <span className="row-main">
      <TextInput
        aria-label={label}
        aria-invalid={fault !== "" || undefined}
        maxLength={50}
        autoFocus={isNew}
        value={name}
        onChange={({ target }) => onName(target.value)}
      />
      {fault ? (
        <span className="field-error" role="alert">
          {fault}
        </span>
      ) : null}
    </span>
  );
}

import { Button } from "~/shared/ui/Button";
import { Field, TextInput } from "~/shared/ui/Field";
import type { QuickAdd } from "./quickAdd";

type TitleFieldProps = {
  value: string;
  quick: QuickAdd;
  error: string | undefined;
  onChange: (title: string) => void;
  onKeepWords: () => void;
};

/** The title of a new task, and what is left of it as the title when some of its words set fields. */
export function TitleField({ value, quick, error, onChange, onKeepWords }: TitleFieldProps) {
  return (
    <Field
      label="Title"
      hideLabel
      error={error}
      hint={
        quick.tokens.length > 0 ? (
          <span role="status" className="create-quick">
            <span>
              Title: <b>{quick.title || "none yet"}</b>
            </span>
            <Button look="ghost" onClick={onKeepWords}>
              Keep the words
            </Button>
          </span>
        ) : value === "" ? (
          "Try: Fix the login tomorrow !high @name #label ~3"
        ) : null
      }
    >
      {(wiring) => (
        <TextInput
          {...wiring}
          data-autofocus
          className="create-title"
          placeholder="What is to be done?"
          maxLength={255}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

import type { ReactNode } from "react";
import { Button } from "~/shared/ui/Button";
import { Field, TextInput } from "~/shared/ui/Field";
import type { QuickAdd } from "./quickAdd";
import "./quickTitle.css";

type QuickTitleProps = {
  label?: string;
  className?: string;
  value: string;
  quick: QuickAdd;
  /** What the words that are not the title set, where nothing else shows it. */
  sets?: ReactNode;
  error: string | undefined;
  onChange: (title: string) => void;
  onKeepWords: () => void;
};

/** The title of a new task, and what is left of it as the title when some of its words set fields. */
export function QuickTitle(props: QuickTitleProps) {
  const { label = "Title", className, value, quick, sets, error, onChange, onKeepWords } = props;
  return (
    <Field
      label={label}
      hideLabel
      error={error}
      hint={
        quick.tokens.length > 0 ? (
          <span role="status" className="quick-read">
            <span>
              Title: <b>{quick.title || "none yet"}</b>
            </span>
            {sets}
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
          className={className}
          placeholder="What is to be done?"
          maxLength={255}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

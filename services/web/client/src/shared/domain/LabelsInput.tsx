import { type KeyboardEvent, useState } from "react";
import { Icon } from "~/shared/ui/Icon";
import "./labels.css";

type LabelsInputProps = {
  id?: string;
  labels: readonly string[];
  onChange: (labels: string[]) => void;
  disabled?: boolean;
};

/** Labels as chips with a field that adds more: Enter or a comma adds, Backspace takes the last one back. */
export function LabelsInput({ id, labels, onChange, disabled }: LabelsInputProps) {
  const [text, setText] = useState("");
  const add = () => {
    const label = text.trim().slice(0, 50);
    setText("");
    if (label && !labels.includes(label) && labels.length < 20) onChange([...labels, label]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (
      event.key === "," ||
      (event.key === "Enter" && !event.ctrlKey && !event.metaKey && text.trim() !== "")
    ) {
      event.preventDefault();
      add();
    } else if (event.key === "Backspace" && text === "" && labels.length > 0) {
      onChange(labels.slice(0, -1));
    } else if (event.key === "Escape" && text !== "") {
      event.stopPropagation();
      setText("");
    }
  };
  return (
    <div className="labels-input">
      {labels.map((label) => (
        <span key={label} className="label-chip">
          {label}
          {disabled ? null : (
            <button
              type="button"
              aria-label={`Remove label ${label}`}
              onClick={() => onChange(labels.filter((item) => item !== label))}
            >
              <Icon name="close" />
            </button>
          )}
        </span>
      ))}
      {disabled ? null : (
        <input
          id={id}
          aria-label="Add a label"
          placeholder={labels.length === 0 ? "Add a label…" : "Add…"}
          value={text}
          maxLength={50}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={add}
        />
      )}
      {disabled && labels.length === 0 ? <span className="labels-none">None</span> : null}
    </div>
  );
}

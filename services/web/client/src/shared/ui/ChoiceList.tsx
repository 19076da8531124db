import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Icon } from "./Icon";
import type { Choice } from "./Picker";

type ChoiceListProps<V extends string> = {
  id: string;
  label: string;
  value: V | null;
  choices: readonly Choice<V>[];
  chosen?: readonly V[] | undefined;
  other?: ((text: string) => Choice<V> | null) | undefined;
  filterable: boolean;
  onText?: ((text: string) => void) | undefined;
  onPick: (value: V) => void;
};

/** A listbox driven from its filter field: focus stays there while the active option moves. */
export function ChoiceList<V extends string>({
  id,
  label,
  value,
  choices,
  chosen,
  other,
  filterable,
  onText,
  onPick,
}: ChoiceListProps<V>) {
  const [text, setText] = useState("");
  const typed = text.trim();
  const own = typed && !choices.some(({ label: name }) => name === typed) ? other?.(typed) : null;
  const shown = [...choices.filter((choice) => matches(choice, text)), ...(own ? [own] : [])];
  const isChosen = (choice: Choice<V>) => chosen?.includes(choice.value) ?? choice.value === value;
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      choices.findIndex((choice) => choice.value === value),
    ),
  );
  const current = shown[Math.min(active, shown.length - 1)];
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => onText?.(typed), [onText, typed]);
  useEffect(() => (filterable ? field.current : list.current)?.focus(), [filterable]);
  useEffect(() => {
    if (current) document.getElementById(`${id}-${current.value}`)?.scrollIntoView?.({ block: "nearest" });
  }, [id, current]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive((active + step + shown.length) % Math.max(1, shown.length));
    } else if (event.key === "Enter" && current) {
      event.preventDefault();
      if (!current.disabled) onPick(current.value);
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble here from the filter and the list
    <div onKeyDown={onKeyDown}>
      {filterable ? (
        <input
          ref={field}
          className="choices-filter"
          placeholder="Filter…"
          aria-label={`Filter ${label.toLowerCase()}`}
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={current ? `${id}-${current.value}` : undefined}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
        />
      ) : null}
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={label}
        aria-multiselectable={chosen ? true : undefined}
        className="choices"
        tabIndex={filterable ? -1 : 0}
        aria-activedescendant={current ? `${id}-${current.value}` : undefined}
      >
        {shown.map((choice, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the list around it
          // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus (active descendant)
          <div
            key={choice.value}
            id={`${id}-${choice.value}`}
            role="option"
            aria-selected={isChosen(choice)}
            aria-disabled={choice.disabled}
            data-active={choice === current}
            className="choice"
            onClick={() => (choice.disabled ? null : onPick(choice.value))}
            onMouseMove={() => setActive(index)}
          >
            {choice.icon}
            <span className="choice-text">{choice.label}</span>
            {choice.hint ? <span className="choice-hint">{choice.hint}</span> : null}
            {isChosen(choice) ? <Icon name="check" /> : null}
          </div>
        ))}
      </div>
      {shown.length === 0 ? <p className="choices-none">Nothing matches.</p> : null}
    </div>
  );
}

function matches<V extends string>(choice: Choice<V>, text: string): boolean {
  return `${choice.label} ${choice.hint ?? ""}`.toLowerCase().includes(text.trim().toLowerCase());
}

import { type ReactNode, useId, useRef, useState } from "react";
import { ChoiceList } from "./ChoiceList";
import { classes } from "./classes";
import { Popover } from "./Popover";

export type Choice<V extends string> = { value: V; label: string; icon?: ReactNode; hint?: string };

type PickerProps<V extends string> = {
  label: string;
  value: V | null;
  choices: readonly Choice<V>[];
  onPick: (value: V) => void;
  children: ReactNode;
  className?: string;
  filterable?: boolean;
  align?: "start" | "end";
  disabled?: boolean;
};

/** A button that opens a list of choices: type to filter, arrows to go, Enter to pick. */
export function Picker<V extends string>(props: PickerProps<V>) {
  const { label, value, choices, onPick, children, className, align = "start", disabled } = props;
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const list = useId();
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={classes("picker", className)}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-label={chosen ? `${label}: ${chosen.label}` : label}
        disabled={disabled}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open ? (
        <Popover anchor={anchor} onClose={() => setOpen(false)} align={align}>
          <ChoiceList
            id={list}
            label={label}
            value={value}
            choices={choices}
            filterable={props.filterable ?? choices.length > 7}
            onPick={(picked) => {
              setOpen(false);
              anchor.current?.focus();
              onPick(picked);
            }}
          />
        </Popover>
      ) : null}
    </>
  );
}

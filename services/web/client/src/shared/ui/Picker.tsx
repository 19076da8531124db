import { type ReactNode, useId, useRef, useState } from "react";
import { ChoiceList } from "./ChoiceList";
import { classes } from "./classes";
import { Popover } from "./Popover";

export type Choice<V extends string> = {
  value: V;
  label: string;
  icon?: ReactNode;
  hint?: string;
  /** It is shown, with its hint as the reason, but cannot be picked. */
  disabled?: boolean;
};

type PickerProps<V extends string> = {
  label: string;
  value: V | null;
  /** What there is to choose from; a function is asked when the list opens. */
  choices: readonly Choice<V>[] | (() => readonly Choice<V>[]);
  /** Several may hold: the list stays open and ticks these. */
  chosen?: readonly V[];
  /** The choice that a text makes which none of the choices is called. */
  other?: (text: string) => Choice<V> | null;
  /** Hears what is typed as a filter, at first nothing, so that choices can be looked for elsewhere. */
  onText?: (text: string) => void;
  onPick: (value: V) => void;
  onClose?: () => void;
  children: ReactNode;
  className?: string;
  filterable?: boolean;
  align?: "start" | "end";
  disabled?: boolean;
  tabIndex?: number;
};

/** A button that opens a list of choices: type to filter, arrows to go, Enter to pick. */
export function Picker<V extends string>(props: PickerProps<V>) {
  const { label, value, choices, onPick, children, className, align = "start", disabled } = props;
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const list = useId();
  const close = () => {
    setOpen(false);
    props.onClose?.();
  };
  const known = typeof choices === "function" ? null : choices;
  const current = known?.find((choice) => choice.value === value);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={classes("picker", className)}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-label={current ? `${label}: ${current.label}` : label}
        disabled={disabled}
        tabIndex={props.tabIndex}
        onClick={() => (open ? close() : setOpen(true))}
      >
        {children}
      </button>
      {open ? (
        <Popover anchor={anchor} onClose={close} align={align}>
          <ChoiceList
            id={list}
            label={label}
            value={value}
            choices={known ?? (typeof choices === "function" ? choices() : [])}
            chosen={props.chosen}
            other={props.other}
            onText={props.onText}
            filterable={props.filterable ?? (known?.length ?? 0) > 7}
            onPick={(picked) => {
              if (!props.chosen) {
                close();
                anchor.current?.focus();
              }
              onPick(picked);
            }}
          />
        </Popover>
      ) : null}
    </>
  );
}

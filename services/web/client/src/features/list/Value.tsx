import type { ReactNode } from "react";
import { type Choice, Picker } from "~/shared/ui/Picker";
import { useList } from "./ListContext";

type ValueProps<V extends string> = {
  label: string;
  value: V;
  choices: readonly Choice<V>[];
  tabIndex: number;
  onPick: (value: V) => void;
  children: ReactNode;
};

/** A value that opens its choices in place, or only shows itself to those who may not change it. */
export function Value<V extends string>({ children, onPick, ...rest }: ValueProps<V>) {
  const { canChange } = useList();
  if (!canChange) return <span className="list-value">{children}</span>;
  return (
    <Picker
      {...rest}
      className="list-value"
      onPick={(value) => {
        if (value !== rest.value) onPick(value);
      }}
    >
      {children}
    </Picker>
  );
}

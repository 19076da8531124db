import type { ReactNode } from "react";
import { type Choice, Picker } from "~/shared/ui/Picker";
import { useList } from "./ListContext";

type ValueProps<V extends string> = {
  label: string;
  value: V;
  choices: readonly Choice<V>[];
  tabIndex: number;
  /** It takes no other value. */
  fixed?: boolean;
  onPick: (value: V) => void;
  children: ReactNode;
};

/** A value that opens its choices in place, or only shows itself to those who may not change it. */
export function Value<V extends string>({ children, onPick, fixed, ...rest }: ValueProps<V>) {
  const { canChange } = useList();
  if (!canChange || fixed) return <span className="list-value">{children}</span>;
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

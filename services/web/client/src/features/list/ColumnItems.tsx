import { useState } from "react";
import { toggled } from "~/shared/domain/taskFilter";
import { DisplayItem } from "~/shared/ui/DisplayMenu";
import { useList } from "./ListContext";
import type { ListView } from "./view";

type ColumnItemsProps = { view: ListView; onView: (view: ListView) => void };

/** The columns to choose from; that of an archived field only if it was shown when the menu was opened. */
export function ColumnItems({ view, onView }: ColumnItemsProps) {
  const { columns } = useList();
  const [before] = useState(view.columns);
  return columns
    .filter(({ id, field }) => !field?.archived || before.includes(id))
    .map(({ id, name, field }) => (
      <DisplayItem
        key={id}
        several
        checked={view.columns.includes(id)}
        onSelect={() => onView({ ...view, columns: toggled(view.columns, id) })}
      >
        {name}
        {field?.archived ? " (archived)" : null}
      </DisplayItem>
    ));
}

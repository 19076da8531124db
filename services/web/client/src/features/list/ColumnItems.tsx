import { toggled } from "~/shared/domain/taskFilter";
import { DisplayItem } from "~/shared/ui/DisplayMenu";
import { useList } from "./ListContext";
import type { ListView } from "./view";

type ColumnItemsProps = { view: ListView; onView: (view: ListView) => void };

/** The columns to choose from. */
export function ColumnItems({ view, onView }: ColumnItemsProps) {
  const { columns } = useList();
  return columns.map(({ id, name }) => (
    <DisplayItem
      key={id}
      several
      checked={view.columns.includes(id)}
      onSelect={() => onView({ ...view, columns: toggled(view.columns, id) })}
    >
      {name}
    </DisplayItem>
  ));
}

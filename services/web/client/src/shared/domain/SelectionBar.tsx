import { useKeys } from "~/shared/keys/useKeys";
import { formatCount } from "~/shared/lib/format";
import { Button, IconButton } from "~/shared/ui/Button";
import { BulkActions } from "./BulkActions";
import type { Selected } from "./useBulk";
import "~/shared/ui/selection.css";

type SelectionBarProps = {
  selected: Selected;
  /** How all that match are selected, when there are more. */
  more: { count: number | null; select: () => unknown } | null;
  clear: () => void;
};

/** What can be done with all selected tasks at once. */
export function SelectionBar({ selected, more, clear }: SelectionBarProps) {
  useKeys({ Escape: clear });
  return (
    <section className="selection" aria-label="Selected tasks">
      <span className="selection-count" role="status">
        {selected.count === null ? "All that match" : `${formatCount(selected.count)} selected`}
      </span>
      {more ? (
        <Button look="ghost" onClick={more.select}>
          Select all {more.count === null ? "" : `${formatCount(more.count)} `}that match
        </Button>
      ) : null}
      <BulkActions {...selected} />
      <IconButton icon="close" label="Select nothing" keys="Esc" onClick={clear} />
    </section>
  );
}

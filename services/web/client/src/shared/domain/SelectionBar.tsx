import { BulkActions } from "~/shared/domain/BulkActions";
import { useKeys } from "~/shared/keys/useKeys";
import { formatCount } from "~/shared/lib/format";
import { Button, IconButton } from "~/shared/ui/Button";
import type { ListSelection } from "./useListSelection";
import "~/shared/ui/selection.css";

/** What can be done with all selected tasks at once. */
export function SelectionBar({ selection }: { selection: ListSelection }) {
  const { selected, more, clear } = selection;
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

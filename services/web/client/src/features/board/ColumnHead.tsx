import type { Status } from "~/shared/api/generated/api";
import { StatusGlyph } from "~/shared/domain/Glyphs";
import { IconButton } from "~/shared/ui/Button";
import { useBoard } from "./BoardContext";
import { ColumnCount } from "./ColumnCount";
import { useRefusedDrag } from "./useRefusedDrag";

type ColumnHeadProps = { status: Status; count: number; found: string | null };

/** What a column is called, how full it is, and the way to a new task in it. */
export function ColumnHead({ status, count, found }: ColumnHeadProps) {
  const { canCreate, create } = useBoard();
  const refused = useRefusedDrag(status.id);
  return (
    <header className="column-head">
      <StatusGlyph category={status.category} />
      <h2>{status.name}</h2>
      {refused ? (
        <span className="column-refuses">not from {refused}</span>
      ) : (
        <ColumnCount status={status} count={count} found={found} />
      )}
      {canCreate ? (
        <IconButton icon="add" label={`New task in ${status.name}`} onClick={() => create(status.id)} />
      ) : null}
    </header>
  );
}

import type { Status } from "~/shared/api/generated/api";
import { StatusGlyph } from "~/shared/domain/Glyphs";
import { IconButton } from "~/shared/ui/Button";
import { useBoard } from "./BoardContext";
import { ColumnCount } from "./ColumnCount";

type ColumnHeadProps = { status: Status; count: number; found: string | null };

/** What a column is called, how full it is, and the way to a new task in it. */
export function ColumnHead({ status, count, found }: ColumnHeadProps) {
  const { canCreate, create } = useBoard();
  return (
    <header className="column-head">
      <StatusGlyph category={status.category} />
      <h2>{status.name}</h2>
      <ColumnCount status={status} count={count} found={found} />
      {canCreate ? (
        <IconButton icon="add" label={`New task in ${status.name}`} onClick={() => create(status.id)} />
      ) : null}
    </header>
  );
}

import type { Status } from "~/shared/api/generated/api";
import { formatCount, formatCounted } from "~/shared/lib/format";
import { Icon } from "~/shared/ui/Icon";

type ColumnCountProps = {
  status: Status;
  /** All tasks of the column. */
  count: number;
  /** How many of them the filter has found, as far as they are read; null without a filter. */
  found: string | null;
};

/** How many tasks a column has, and how many it should have at most. */
export function ColumnCount({ status, count, found }: ColumnCountProps) {
  const limit = limitOf(status);
  const isOver = limit !== null && count > limit;
  return (
    <span className="column-count">
      {found ?? (limit === null ? formatCount(count) : null)}
      {limit === null ? null : (
        <span className="column-limit" data-over={isOver || undefined} title={limitSaid(status, count)}>
          {isOver ? <Icon name="warning" /> : null}
          <span aria-hidden="true">
            {formatCount(count)} / {formatCount(limit)}
          </span>
        </span>
      )}
      <span role="status" className="visually-hidden">
        {isOver ? `${status.name}: ${limitSaid(status, count)}` : ""}
      </span>
    </span>
  );
}

/** What a column's limit comes to in words; empty without one. */
export function limitSaid(status: Status, count: number): string {
  const limit = limitOf(status);
  if (limit === null) return "";
  return count > limit
    ? `${formatCounted(count, "task")}, ${formatCount(count - limit)} over the limit of ${formatCount(limit)}`
    : `${formatCounted(count, "task")}, limit ${formatCount(limit)}`;
}

/** An older api answers no limit at all. */
function limitOf({ wipLimit }: Status): number | null {
  return wipLimit ?? null;
}

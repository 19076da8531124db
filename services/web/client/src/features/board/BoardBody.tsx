import { reasonOf } from "~/shared/api/problem";
import { Failure } from "~/shared/ui/States";
import { BoardColumn } from "./BoardColumn";
import { useBoard } from "./BoardContext";
import { BoardSkeleton } from "./BoardSkeleton";
import type { Focus } from "./focus";
import { LaneBoard } from "./LaneBoard";
import type { BoardHead } from "./queries";
import type { LanedBoard } from "./useLanes";

type BoardBodyProps = {
  columns: BoardHead["columns"] | undefined;
  laned: LanedBoard;
  focused: Focus | null;
};

/** The columns of a board side by side, or its lanes one below the other. */
export function BoardBody({ columns, laned, focused }: BoardBodyProps) {
  const { filter } = useBoard();
  const { by, query, lanes, folded, fold } = laned;
  if (by && query.isError && !query.data) {
    return (
      <Failure
        title="The lanes could not be loaded"
        reason={reasonOf(query.error)}
        onRetry={() => void query.refetch()}
      />
    );
  }
  if (!columns || (by && !query.data)) return <BoardSkeleton />;
  if (by) {
    return (
      <LaneBoard
        columns={columns}
        lanes={lanes}
        filtered={filter !== ""}
        folded={folded}
        onFold={fold}
        focused={focused}
      />
    );
  }
  return columns.map(({ status, count }) => (
    <BoardColumn
      key={status.id}
      status={status}
      count={count}
      focused={focused?.statusId === status.id ? focused.key : null}
    />
  ));
}

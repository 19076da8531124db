import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef } from "react";
import { usePeople } from "~/shared/api/people";
import { hasStatus, reasonOf } from "~/shared/api/problem";
import { includesRole } from "~/shared/api/projects";
import { type TaskFilter, toParameters } from "~/shared/domain/taskFilter";
import { useLiveProject } from "~/shared/live/useLive";
import { Failure } from "~/shared/ui/States";
import { BoardBar } from "./BoardBar";
import { BoardColumn } from "./BoardColumn";
import { type BoardActions, BoardProvider } from "./BoardContext";
import { BoardSkeleton } from "./BoardSkeleton";
import { type ColumnPages, cardsOf } from "./cards";
import { EmptyBoard } from "./EmptyBoard";
import { boardQuery, columnQuery } from "./queries";
import { useBoardDrop } from "./useBoardDrop";
import { useBoardKeys } from "./useBoardKeys";
import { useCardMoves } from "./useCardMoves";
import { useFocusedCard } from "./useFocusedCard";
import "./board.css";

type BoardProps = {
  project: string;
  filter: TaskFilter;
  openKey: string | undefined;
  onFilter: (filter: TaskFilter) => void;
  onOpen: (key: string) => void;
  onCreate: (statusId: string | undefined) => void;
};

/** A project's board: its columns side by side, filtered as the address says. */
export function Board({ project, filter, openKey, onFilter, onOpen, onCreate }: BoardProps) {
  const client = useQueryClient();
  const people = usePeople();
  const isLive = useLiveProject(project);
  const head = useQuery(boardQuery(client, project, isLive));
  const surface = useRef<HTMLDivElement>(null);
  const parameters = toParameters(filter);
  const columns = head.data?.columns;
  const canMove = includesRole(head.data?.project.role, "member");

  const placeOf = useCallback(
    (statusId: string) => {
      const key = columnQuery(project, statusId, parameters).queryKey;
      return { statusId, cards: cardsOf(client.getQueryData<ColumnPages>(key)) };
    },
    [client, project, parameters],
  );
  const moves = useCardMoves(project, parameters);
  const statuses = useMemo(() => columns?.map((column) => column.status) ?? [], [columns]);
  const keys = useBoardKeys({ surface, statuses, placeOf, canMove, move: moves.move });
  useBoardDrop(surface, { placeOf, move: moves.move });

  useFocusedCard(project, keys.isHere ? keys.focused : null, placeOf);

  const actions = useMemo<BoardActions>(
    () => ({
      project,
      filter: parameters,
      canMove,
      canCreate: canMove,
      people,
      statuses,
      openKey,
      placeOf,
      move: moves.move,
      open: onOpen,
      create: onCreate,
    }),
    [project, parameters, canMove, people, statuses, openKey, placeOf, moves.move, onOpen, onCreate],
  );

  if (head.isError && !head.data) {
    const missing = hasStatus(head.error, 404);
    return (
      <Failure
        title={missing ? `There is no project ${project} for you` : "The board could not be loaded"}
        reason={missing ? "It does not exist, or you are not one of its members." : reasonOf(head.error)}
        {...(missing ? {} : { onRetry: () => void head.refetch() })}
      />
    );
  }
  const isEmpty = parameters === "" && columns?.every((column) => column.count === 0);
  return (
    <BoardProvider value={actions}>
      <BoardBar project={project} filter={filter} onFilter={onFilter} />
      {isEmpty ? (
        <EmptyBoard project={project} onCreate={() => onCreate(undefined)} canCreate={canMove} />
      ) : null}
      <div ref={surface} className="board" {...keys.on} hidden={isEmpty}>
        {columns ? (
          columns.map(({ status, count }) => (
            <BoardColumn
              key={status.id}
              status={status}
              count={count}
              focused={keys.focused?.statusId === status.id ? keys.focused.key : null}
            />
          ))
        ) : (
          <BoardSkeleton />
        )}
      </div>
    </BoardProvider>
  );
}

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import { usePeople } from "~/shared/api/people";
import { includesRole } from "~/shared/api/projects";
import { useMayGo } from "~/shared/api/workflow";
import { ProjectFailure } from "~/shared/domain/ProjectFailure";
import { SelectionBar } from "~/shared/domain/SelectionBar";
import { type TaskFilter, toParameters } from "~/shared/domain/taskFilter";
import { useSteady } from "~/shared/lib/useSteady";
import { useLiveProject } from "~/shared/live/useLive";
import { BoardBar } from "./BoardBar";
import { BoardBody } from "./BoardBody";
import { type BoardActions, BoardProvider } from "./BoardContext";
import { useCardFields } from "./cardFields";
import { EmptyBoard } from "./EmptyBoard";
import type { Grouping } from "./lanes";
import { boardQuery } from "./queries";
import { useBoardDrop } from "./useBoardDrop";
import { useBoardKeys } from "./useBoardKeys";
import { useCardMoves } from "./useCardMoves";
import { useCardSelection } from "./useCardSelection";
import { useFocusedCard } from "./useFocusedCard";
import { useLanes } from "./useLanes";
import { usePlaces } from "./usePlaces";
import "./board.css";
import "./lanes.css";

type BoardProps = {
  project: string;
  filter: TaskFilter;
  lanes: Grouping | null;
  openKey: string | undefined;
  onFilter: (filter: TaskFilter) => void;
  onLanes: (by: Grouping | null) => void;
  onOpen: (key: string) => void;
  onCreate: (statusId: string | undefined) => void;
};

/** A project's board: its columns side by side, filtered and in lanes as the address says. */
export function Board(props: BoardProps) {
  const { project, filter, lanes: by, openKey, onFilter, onLanes, onOpen, onCreate } = props;
  const client = useQueryClient();
  const people = usePeople();
  const isLive = useLiveProject(project);
  const head = useQuery(boardQuery(client, project, isLive));
  const surface = useRef<HTMLDivElement>(null);
  const parameters = toParameters(filter);
  const columns = head.data?.columns;
  const canMove = includesRole(head.data?.project.role, "member");
  const laned = useLanes(project, by, parameters, people);
  const { fields, offered, custom, toggle: onField } = useCardFields(project);

  const placeOf = usePlaces(project, parameters, by);
  const mayGo = useMayGo(project);
  const statuses = useMemo(() => columns?.map((column) => column.status) ?? [], [columns]);
  const { move } = useCardMoves(project, { filter: parameters, by, statuses, mayGo });
  const sight = { statuses, lanes: laned.open, placeOf };
  const { keys: selected, select, takenWith, bar } = useCardSelection(project, sight);
  const keys = useBoardKeys({ surface, grid: { ...sight, mayGo, takenWith }, canMove, move, select });
  useBoardDrop(surface, { placeOf, selected, takenWith, move });

  useFocusedCard(project, keys.isHere ? keys.focused : null, placeOf);

  const actions = useSteady<BoardActions>({
    project,
    filter: parameters,
    fields,
    custom,
    canMove,
    canCreate: canMove,
    people,
    statuses,
    mayGo,
    lanes: laned.lanes,
    openKey,
    placeOf,
    selected,
    select,
    takenWith,
    move,
    follow: keys.follow,
    open: onOpen,
    create: onCreate,
  });

  if (head.isError && !head.data)
    return (
      <ProjectFailure project={project} what="board" error={head.error} onRetry={() => void head.refetch()} />
    );
  const isEmpty = parameters === "" && columns?.every((column) => column.count === 0);
  return (
    <BoardProvider value={actions}>
      <BoardBar
        project={project}
        filter={filter}
        onFilter={onFilter}
        look={{ lanes: by, onLanes, fields, offered, onField }}
      />
      {isEmpty ? (
        <EmptyBoard project={project} onCreate={() => onCreate(undefined)} canCreate={canMove} />
      ) : null}
      <div ref={surface} className="board" {...keys.on} hidden={isEmpty}>
        <BoardBody columns={columns} laned={laned} focused={keys.focused} />
      </div>
      {bar && canMove ? <SelectionBar {...bar} /> : null}
    </BoardProvider>
  );
}

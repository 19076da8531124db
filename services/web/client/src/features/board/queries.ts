import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import type { Board, BoardLanes, Project, Status } from "~/shared/api/generated/api";
import { request, send } from "~/shared/api/http";
import type { Page } from "~/shared/api/pages";
import { projectPath } from "~/shared/api/projects";
import type { CardView, ColumnPages } from "./cards";
import type { Grouping, LaneCount } from "./lanes";
import { isMoving } from "./moving";

/** The board without its cards: the project, its columns in order, how many cards each has. */
export type BoardHead = {
  etag: string | null;
  project: Project;
  columns: { status: Status; count: number }[];
};

const firstWindow = 50;
const laterWindow = 100;
const laneWindow = 40;
const pollEvery = 4_000;
const pollLiveEvery = 60_000;

export const boardKey = (project: string) => ["board", project];
export const columnsKey = (project: string) => ["column", project];
export const lanesKey = (project: string) => ["lanes", project];
const columnKey = (project: string, statusId: string, filter: string) => [
  ...columnsKey(project),
  statusId,
  filter,
];

/**
 * The board's head, asked for every few seconds while it is looked at and changes do not come by themselves; an unchanged
 * board costs a 304.
 */
export function boardQuery(client: QueryClient, project: string, isLive: boolean) {
  return queryOptions({
    queryKey: boardKey(project),
    queryFn: ({ signal }) => readBoard(client, project, signal),
    refetchInterval: isLive ? pollLiveEvery : pollEvery,
    refetchOnWindowFocus: "always",
  });
}

async function readBoard(client: QueryClient, project: string, signal: AbortSignal): Promise<BoardHead> {
  const before = client.getQueryData<BoardHead>(boardKey(project));
  if (before && isMoving(project)) return before;
  const headers: Record<string, string> = before?.etag ? { "If-None-Match": before.etag } : {};
  const response = await send(`${projectPath(project)}/board?limit=${firstWindow}`, { signal, headers });
  if (response.status === 304 && before) return before;
  const board: Board = await response.json();
  if (before && isMoving(project)) return before;
  seedColumns(client, project, board);
  if (before) void client.invalidateQueries({ queryKey: lanesKey(project) });
  return {
    etag: response.headers.get("ETag"),
    project: board.project,
    columns: board.columns.map(({ status, count }) => ({ status, count })),
  };
}

/** Gives each column its first window; columns that were read further are read again as far. */
function seedColumns(client: QueryClient, project: string, board: Board): void {
  for (const { status, cards, next } of board.columns) {
    const queryKey = columnKey(project, status.id, "");
    const loaded = client.getQueryData<ColumnPages>(queryKey);
    if (loaded && loaded.pages.length > 1) void client.invalidateQueries({ queryKey, exact: true });
    else client.setQueryData<ColumnPages>(queryKey, { pages: [{ items: cards, next }], pageParams: [""] });
  }
  void client.invalidateQueries({
    queryKey: columnsKey(project),
    predicate: (query) => query.queryKey[3] !== "",
  });
}

/** A column's cards, window by window; with a filter they come from the task list instead of the board. */
export function columnQuery(project: string, statusId: string, filter: string, window = laterWindow) {
  return infiniteQueryOptions({
    queryKey: columnKey(project, statusId, filter),
    queryFn: ({ pageParam, signal }): Promise<Page<CardView>> => {
      const cursor = pageParam === "" ? "" : `&cursor=${encodeURIComponent(pageParam)}`;
      const path =
        filter === ""
          ? `/board/columns/${statusId}?limit=${window}${cursor}`
          : `/tasks?status=${statusId}&${filter}&limit=${window}${cursor}`;
      return request<Page<CardView>>(projectPath(project) + path, { signal });
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The cards of a column in a lane, of which there are so many; without any, nothing is asked for. */
export function laneCellQuery(project: string, statusId: string, filter: string, count: number) {
  return {
    ...columnQuery(project, statusId, filter, laneWindow),
    enabled: count > 0,
    initialData: (): ColumnPages | undefined =>
      count > 0 ? undefined : { pages: [{ items: [], next: null }], pageParams: [""] },
  };
}

/** The lanes of a board with how many cards each has in each column, as the filter lets them pass. */
export function lanesQuery(project: string, by: Grouping, filter: string) {
  return queryOptions({
    queryKey: [...lanesKey(project), by, filter],
    queryFn: async ({ signal }): Promise<LaneCount[]> => {
      const path = `${projectPath(project)}/board/lanes?by=${by}${filter ? `&${filter}` : ""}`;
      const { lanes } = await request<BoardLanes>(path, { signal });
      return lanes.map(({ id, epic, columns }) => ({
        id: id ?? "",
        epic,
        counts: Object.fromEntries(columns.map(({ statusId, count }) => [statusId, count])),
      }));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

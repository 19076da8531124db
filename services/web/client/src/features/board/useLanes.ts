import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { Profile } from "~/shared/api/generated/api";
import { type Grouping, inOrder, type Lane } from "./lanes";
import { lanesQuery } from "./queries";
import { useFolded } from "./useFolded";

const noLanes: readonly string[] = [""];

/** The lanes of a board and which of them are folded; none without a grouping. */
export function useLanes(
  project: string,
  by: Grouping | null,
  filter: string,
  people: ReadonlyMap<string, Profile>,
) {
  const query = useQuery({ ...lanesQuery(project, by ?? "assignee", filter), enabled: by !== null });
  const { folded: parts, fold: foldPart } = useFolded(project, by);
  const counted = by ? query.data : undefined;
  const lanes = useMemo<Lane[]>(
    () => (by && counted ? inOrder(by, counted, people) : []),
    [by, counted, people],
  );
  const folded = useMemo(
    () => new Set(lanes.flatMap(({ id }) => (parts.includes(partOf(id)) ? id : []))),
    [lanes, parts],
  );
  const open = useMemo(
    () => (by ? lanes.flatMap(({ id }) => (folded.has(id) ? [] : id)) : noLanes),
    [by, lanes, folded],
  );
  const fold = useCallback((id: string) => foldPart(partOf(id)), [foldPart]);
  return { by, query, lanes, folded, fold, open };
}

/** The name of a lane among what is folded; the lane of those without has no id. */
function partOf(id: string): string {
  return `lane:${id}`;
}

export type LanedBoard = ReturnType<typeof useLanes>;

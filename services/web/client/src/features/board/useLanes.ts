import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { Profile } from "~/shared/api/generated/api";
import { toggled } from "~/shared/domain/taskFilter";
import { type Grouping, inOrder, type Lane } from "./lanes";
import { lanesQuery } from "./queries";

const noLanes: readonly string[] = [""];

/** The lanes of a board and which of them are folded; none without a grouping. */
export function useLanes(
  project: string,
  by: Grouping | null,
  filter: string,
  people: ReadonlyMap<string, Profile>,
) {
  const query = useQuery({ ...lanesQuery(project, by ?? "assignee", filter), enabled: by !== null });
  const [foldedNames, setFoldedNames] = useState<readonly string[]>([]);
  const counted = by ? query.data : undefined;
  const lanes = useMemo<Lane[]>(
    () => (by && counted ? inOrder(by, counted, people) : []),
    [by, counted, people],
  );
  const folded = useMemo(
    () => new Set(lanes.flatMap(({ id }) => (foldedNames.includes(`${by} ${id}`) ? id : []))),
    [by, lanes, foldedNames],
  );
  const open = useMemo(
    () => (by ? lanes.flatMap(({ id }) => (folded.has(id) ? [] : id)) : noLanes),
    [by, lanes, folded],
  );
  const fold = useCallback((id: string) => setFoldedNames((names) => toggled(names, `${by} ${id}`)), [by]);
  return { by, query, lanes, folded, fold, open };
}

export type LanedBoard = ReturnType<typeof useLanes>;

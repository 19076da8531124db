import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type BulkSelection, beginBulk } from "~/shared/api/bulk";
import type { BulkPatch } from "~/shared/api/generated/api";
import { runBulk } from "./bulkRun";
import { ConfirmBulk } from "./ConfirmBulk";

const askedFrom = 50;

/** The selected tasks and the statuses they have, as far as these are known; a count that nobody knows is null. */
export type Selected = {
  project: string;
  which: BulkSelection;
  count: number | null;
  from?: readonly string[];
};

/** Changes all selected tasks with one request; many only after the person saw how many they are. */
export function useBulk({ project, which, count }: Selected): {
  change: (patch: BulkPatch) => void;
  dialog: ReactNode;
} {
  const client = useQueryClient();
  const [asked, setAsked] = useState<BulkPatch | null>(null);
  const run = (patch: BulkPatch) => void runBulk(client, project, () => beginBulk(project, which, patch));
  return {
    change: (patch) => (count === null || count > askedFrom ? setAsked(patch) : run(patch)),
    dialog: asked ? (
      <ConfirmBulk
        project={project}
        which={which}
        patch={asked}
        onClose={() => setAsked(null)}
        onConfirm={() => run(asked)}
      />
    ) : null,
  };
}

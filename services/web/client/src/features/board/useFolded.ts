import { useCallback, useMemo, useState } from "react";
import { useMe } from "~/shared/api/session";
import { listOf, toggled } from "~/shared/domain/taskFilter";
import { keep, readKept } from "~/shared/lib/kept";
import type { Grouping } from "./lanes";

/** What is folded of a project's board in lanes of a kind, as this person left it in this browser. */
export function useFolded(project: string, by: Grouping | null) {
  const name = `pmt.folded.${useMe()?.id ?? ""}.${project}.${by}`;
  const [changed, setChanged] = useState<Readonly<Record<string, readonly string[]>>>({});
  const kept = useMemo(() => listOf(readKept(name) ?? ""), [name]);
  const folded = changed[name] ?? kept;
  const fold = useCallback(
    (part: string) => {
      const next = toggled(folded, part);
      setChanged((before) => ({ ...before, [name]: next }));
      keep(name, next.join(","));
    },
    [name, folded],
  );
  return { folded, fold };
}

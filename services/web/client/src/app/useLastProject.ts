import { useEffect, useState } from "react";
import { keep, readKept } from "~/shared/lib/kept";

const key = "pmt.project";

/** The project one is in, or was in last; it is where new tasks and "go to" keys lead. */
export function useLastProject(here: string | undefined): string | undefined {
  const [last, setLast] = useState(() => readKept(key) ?? undefined);
  useEffect(() => {
    if (!here) return;
    setLast(here);
    keep(key, here);
  }, [here]);
  return here ?? last;
}

import { useEffect, useState } from "react";

const key = "pmt.project";

/** The project one is in, or was in last; it is where new tasks and "go to" keys lead. */
export function useLastProject(here: string | undefined): string | undefined {
  const [last, setLast] = useState(() => {
    try {
      return localStorage.getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  });
  useEffect(() => {
    if (!here) return;
    setLast(here);
    try {
      localStorage.setItem(key, here);
    } catch {
      // Without storage the next visit starts at the list of projects.
    }
  }, [here]);
  return here ?? last;
}

import { useEffect, useRef, useSyncExternalStore } from "react";
import { LiveConnection } from "./connection";
import type { News } from "./topics";

/** The client's live connection; the frame behind the sign-in starts it. */
export const live = new LiveConnection();

/** Hears of a topic as long as it is on screen; says whether its events come by themselves now. */
export function useTopic(topic: string | null, onNews: (news: News) => void): boolean {
  const latest = useRef(onNews);
  useEffect(() => {
    latest.current = onNews;
  });
  useEffect(() => (topic ? live.listen(topic, (news) => latest.current(news)) : undefined), [topic]);
  return useSyncExternalStore(live.subscribe, () => topic !== null && live.isHeard(topic));
}

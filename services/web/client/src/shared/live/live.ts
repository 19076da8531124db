import { useEffect, useRef, useSyncExternalStore } from "react";
import { LiveConnection } from "./connection";
import { nobodyPresent, type Present } from "./presence";
import type { News } from "./topics";

/** The client's live connection; the frame behind the sign-in starts it. */
export const live = new LiveConnection();

/** Hears of a topic as long as it is on screen; says whether its events come by themselves now. */
export function useTopic(topic: string | null, onNews: (news: News) => void): boolean {
  const latest = useRef(onNews);
  useEffect(() => {
    latest.current = onNews;
  });
  useEffect(() => (topic ? live.topics.listen(topic, (news) => latest.current(news)) : undefined), [topic]);
  return useSyncExternalStore(live.subscribe, () => topic !== null && live.isHeard(topic));
}

/** Who has a topic on screen that something here listens to; known while it is on this screen, too, and that is looked at. */
export function usePresent(topic: string | null): Present {
  useEffect(() => {
    if (!topic) return undefined;
    let hide: (() => void) | undefined;
    const look = () => {
      const isSeen = document.visibilityState === "visible";
      if (isSeen) hide ??= live.presence.show(topic);
      else hide?.();
      if (!isSeen) hide = undefined;
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      hide?.();
    };
  }, [topic]);
  return useSyncExternalStore(live.subscribe, () => (topic ? live.presence.present(topic) : nobodyPresent));
}

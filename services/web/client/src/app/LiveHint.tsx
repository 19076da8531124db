import { useEffect, useState, useSyncExternalStore } from "react";
import { connectivity } from "~/shared/api/connectivity";
import { live } from "~/shared/live/live";

const shownAfter = 5_000;

/** Keeps the live connection open, and says in a corner when it has been away for longer than a moment. */
export function LiveHint() {
  const state = useSyncExternalStore(live.subscribe, live.snapshot);
  const { silent, signedOut } = useSyncExternalStore(connectivity.subscribe, connectivity.snapshot);
  const [isLong, setLong] = useState(false);

  useEffect(() => {
    live.start();
    return () => live.stop();
  }, []);

  useEffect(() => {
    setLong(false);
    if (state !== "down") return;
    const timer = setTimeout(() => setLong(true), shownAfter);
    return () => clearTimeout(timer);
  }, [state]);

  if (!isLong || signedOut || silent.length > 0) return null;
  return (
    <p className="live-hint" role="status">
      Changes of others show up with a delay at the moment.
    </p>
  );
}

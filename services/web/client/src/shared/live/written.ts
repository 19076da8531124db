const versions = new Map<string, number>();

/** Notes which version of a task the server answered to a write of one's own: its events are no news here. */
export function noteWritten({ key, version }: { key: string; version: number }): void {
  versions.set(key, Math.max(versions.get(key) ?? 0, version));
}

/** Whether an event only tells what was written here. */
export function isWritten({ key, version }: { key: string; version: number }): boolean {
  return version <= (versions.get(key) ?? 0);
}

/** Lets a reading run at once, and once more after it when it is asked for meanwhile, however often. */
export function oneAfterAnother(read: () => Promise<unknown>): () => void {
  let isRunning = false;
  let isAskedFor = false;
  return async () => {
    isAskedFor = true;
    if (isRunning) return;
    isRunning = true;
    try {
      while (isAskedFor) {
        isAskedFor = false;
        await read();
      }
    } finally {
      isRunning = false;
    }
  };
}

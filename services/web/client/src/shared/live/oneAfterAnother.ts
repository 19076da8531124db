const shortest = 100;
const longest = 3_000;

/**
 * Lets a reading run at once, and once more after it when it is asked for meanwhile, however often. While that goes on, as
 * when thousands of tasks are changed, the pauses between readings grow.
 */
export function oneAfterAnother(read: () => Promise<unknown>): () => void {
  let isRunning = false;
  let isAskedFor = false;
  return async () => {
    isAskedFor = true;
    if (isRunning) return;
    isRunning = true;
    try {
      for (let pause = shortest; isAskedFor; pause = Math.min(2 * pause, longest)) {
        isAskedFor = false;
        await read();
        if (isAskedFor) await new Promise((go) => setTimeout(go, pause));
      }
    } finally {
      isRunning = false;
    }
  };
}

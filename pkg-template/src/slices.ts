/** How long one goes on before others have their turn: well within a frame. */
const sliceMs = 8;

/** When a slice that begins now is over, as `performance.now()` counts. */
export const endOfSlice = (): number => performance.now() + sliceMs;

interface Scheduler {
  postTask?(task: () => void): Promise<void>;
}

/** Lets the event loop run: the page answers its reader, and paints. What waited before has its turn before. */
export function giveWay(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  return scheduler?.postTask?.(() => {}) ?? new Promise((resolve) => setTimeout(resolve));
}

/**
 * For long work, so that the page stays alive: gives a function to be awaited after each small piece of it,
 * which waits only where a slice of time is over.
 *
 * @example
 * const pause = slices();
 * for (const piece of pieces) {
 *   work(piece);
 *   await pause();
 * }
 */
export function slices(): () => Promise<void> | undefined {
  let end = endOfSlice();
  return () => {
    if (performance.now() < end) return undefined;
    return giveWay().then(() => {
      end = endOfSlice();
    });
  };
}

/** How long work runs without a pause, in milliseconds: less than a frame. */
const sliceMs = 8;

/** The end of a slice that starts now, on the clock of `performance.now()`. */
export const endOfSlice = (): number => performance.now() + sliceMs;

interface Scheduler {
  postTask?(task: () => void): Promise<void>;
}

/** Returns to the event loop, so that the page can handle events and paint. Tasks that already wait run first. */
export function giveWay(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  return scheduler?.postTask?.(() => {}) ?? new Promise((resolve) => setTimeout(resolve));
}

/**
 * Splits long work into slices of time. Await the returned function after each small piece of the work: it
 * pauses only where the slice is over.
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

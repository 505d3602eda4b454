/** Measures times in a page. */

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Waits until the next frame is painted. */
export const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

export async function until(isSo) {
  while (!isSo()) await pause(20);
}

/** The milliseconds that `work` takes. */
export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * The longest task from the start of `work` until 500 ms after `isOver`, in milliseconds. Browsers report only
 * tasks of more than 50 ms; without one it returns 0.
 */
export async function longestTask(work, isOver = () => true) {
  // Earlier work must be over.
  await pause(200);
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: "longtask" });
  await work();
  await until(isOver);
  await pause(500);
  observer.disconnect();
  return longest;
}

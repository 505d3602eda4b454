/** How long things take in a page. */

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Until the next frame was painted. */
export const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

export async function until(isSo) {
  while (!isSo()) await pause(20);
}

/** How many milliseconds something takes. */
export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * The longest task from the start of `work` until a while after `isOver`, in milliseconds. Browsers report
 * those of more than 50 ms: where there is none, it is 0.
 */
export async function longestTask(work, isOver = () => true) {
  // What came before is not counted.
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

import type { PromptStore } from "./store.js";

/**
 * Takes a token from a bucket that is stored as one number: the time at which it will be full
 * again. The bucket has room for `burst` tokens and gets one every `refillMs`. `waitMs` is 0 where
 * there was a token.
 *
 * An empty bucket is full again after `burst * refillMs`. A stored time later than that was written
 * before the clock was set back. Such a bucket counts as empty, and fills from now on.
 */
export function refillBucket(fullAt: number, burst: number, refillMs: number, now: number) {
  const emptyAt = now + burst * refillMs;
  const isAhead = fullAt > emptyAt;
  const current = Math.min(Math.max(now, fullAt), emptyAt);
  const waitMs = Math.max(0, current + refillMs - emptyAt);
  return { fullAt: waitMs ? current : current + refillMs, waitMs, isAhead };
}

/** The same for a store without `takeToken`. Returns the milliseconds to wait. */
export async function takeToken(
  store: PromptStore,
  key: string,
  burst: number,
  refillMs: number,
): Promise<number> {
  const now = Date.now();
  const old = Number((await store.get(key)) ?? 0) || 0;
  const { fullAt, waitMs, isAhead } = refillBucket(old, burst, refillMs, now);
  if (waitMs === 0 || isAhead) await store.set(key, String(fullAt), Math.ceil(fullAt - now));
  return waitMs;
}

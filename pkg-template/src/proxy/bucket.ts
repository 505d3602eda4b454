import type { PromptStore } from "./store.js";

/**
 * Takes a token from a bucket that is kept as one number: the time at which it will be full again.
 * It holds `burst` tokens, and gets a new one every `refillMs`. `waitMs` is 0 where there was one.
 *
 * No bucket can be fuller than full or emptier than empty, so a time that is too far ahead was
 * written before the clock was set back: the bucket counts as empty, and fills from now on.
 */
export function refillBucket(fullAt: number, burst: number, refillMs: number, now: number) {
  const emptyAt = now + burst * refillMs;
  const isAhead = fullAt > emptyAt;
  const current = Math.min(Math.max(now, fullAt), emptyAt);
  const waitMs = Math.max(0, current + refillMs - emptyAt);
  return { fullAt: waitMs ? current : current + refillMs, waitMs, isAhead };
}

/** The same for a store that has no buckets. */
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

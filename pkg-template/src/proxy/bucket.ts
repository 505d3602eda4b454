import type { ProxyStore } from "./store.js";

/**
 * Takes a token from a bucket that is kept as one number: the time at which it will be full again.
 * `burst` tokens at most, a new one every `refillMs`. 0, or the milliseconds until there is one.
 */
export async function takeToken(store: ProxyStore, key: string, burst: number, refillMs: number) {
  const now = Date.now();
  const held = store.get(key);
  // What is there at once is not waited for: nobody gets between looking and taking.
  const value = held && typeof held !== "string" ? await held : held;
  const fullAt = Math.max(now, Number(value ?? 0)) + refillMs;
  const waitMs = fullAt - now - burst * refillMs;
  if (waitMs > 0) return waitMs;
  await store.set(key, String(fullAt), Math.ceil(fullAt - now));
  return 0;
}

/** What outlives a request: which decisions were rung, and who asked how often. */

/**
 * Somewhere to keep short strings for a while, shared by all servers that share an address. Redis,
 * a Durable Object, or a table with a unique key will do; a store that is only eventually
 * consistent will not (Workers KV, S3).
 *
 * @example
 * const store: ProxyStore = {
 *   get: (key) => db.get(key),                                  // undefined when absent or expired
 *   set: (key, value, ttlMs) => db.put(key, value, ttlMs),
 *   setIfAbsent: (key, value, ttlMs) => db.insert(key, value, ttlMs), // atomic: true for one caller only
 * };
 */
export interface ProxyStore {
  /** The value; `undefined` or `null` where there is none, or it has expired. */
  get(key: string): Awaitable<string | undefined | null>;
  /** Sets it, whatever was there; it expires after `ttlMs`. */
  set(key: string, value: string, ttlMs: number): Awaitable<unknown>;
  /** Sets it if nothing is there, in one atomic step. Whether it was set. */
  setIfAbsent(key: string, value: string, ttlMs: number): Awaitable<boolean>;
  /**
   * Optional: takes a token from the bucket `key`, in one atomic step. 0, or the milliseconds until
   * there is one. Without it the bucket is kept with `get` and `set`, so that requests at the very
   * same time may count as one.
   */
  takeToken?(key: string, burst: number, refillMs: number): Awaitable<number>;
}

export type Awaitable<T> = T | PromiseLike<T>;

/** A key of one length that tells nothing about what it was made from. */
export async function storeKey(kind: string, ...parts: string[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `ninjahire:${kind}:${btoa(String.fromCharCode(...digest))}`;
}

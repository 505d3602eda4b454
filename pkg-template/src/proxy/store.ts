/** The store: it keeps dialled decisions, guards and rate limits beyond a request. */

import { startDeadline } from "./deadline.js";

/**
 * Keeps short strings for a limited time, for all servers of one address. Redis, PostgreSQL or a
 * Durable Object is suitable. An eventually consistent store (Workers KV, S3) is not.
 *
 * @example
 * const store: ProxyStore = {
 *   get: (key) => db.get(key),                                  // undefined when absent or expired
 *   set: (key, value, ttlMs) => db.put(key, value, ttlMs),
 *   setIfAbsent: (key, value, ttlMs) => db.insert(key, value, ttlMs), // atomic: true for one caller only
 * };
 */
export interface ProxyStore {
  /** The value; `undefined` or `null` where it is absent or expired. */
  get(key: string): Awaitable<string | undefined | null>;
  /** Sets the value, which expires after `ttlMs`. Replaces an existing one. */
  set(key: string, value: string, ttlMs: number): Awaitable<unknown>;
  /** Sets the value where there is none, in one atomic step. Returns whether it was set. */
  setIfAbsent(key: string, value: string, ttlMs: number): Awaitable<boolean>;
  /**
   * Optional: removes the key where it has this value, in one atomic step. Without it, the proxy
   * reads and compares the value, and then sets it to expire.
   */
  removeIf?(key: string, value: string): Awaitable<unknown>;
  /**
   * Optional: takes a token from the bucket `key`, in one atomic step. Returns 0, or the
   * milliseconds until there is a token. Without it, the proxy uses `get` and `set`, and
   * simultaneous requests may count as one.
   */
  takeToken?(key: string, burst: number, refillMs: number): Awaitable<number>;
}

export type Awaitable<T> = T | PromiseLike<T>;

/** A store in which every operation settles in time, and no method throws synchronously. */
export interface PromptStore {
  get(key: string): Promise<string | undefined | null>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  setIfAbsent(key: string, value: string, ttlMs: number): Promise<boolean>;
  removeIf(key: string, value: string): Promise<void>;
  takeToken?(key: string, burst: number, refillMs: number): Promise<number>;
}

/** Adds a deadline to every operation of a store, and turns exceptions into rejections. */
export function promptStore(store: ProxyStore, timeoutMs: number): PromptStore {
  const ask = async <T>(work: () => Awaitable<T>): Promise<T> => {
    const answer = work();
    // A synchronous store needs no timer.
    if (typeof (answer as PromiseLike<T> | undefined)?.then !== "function") return answer;
    const deadline = startDeadline(timeoutMs, undefined, "The store did not answer in time");
    try {
      return await deadline.within(answer);
    } finally {
      deadline.end();
    }
  };
  const { takeToken } = store;
  return {
    get: (key) => ask(() => store.get(key)),
    set: async (key, value, ttlMs) => void (await ask(() => store.set(key, value, ttlMs))),
    setIfAbsent: async (key, value, ttlMs) =>
      (await ask(() => store.setIfAbsent(key, value, ttlMs))) === true,
    removeIf: async (key, value) => {
      const { removeIf } = store;
      if (removeIf) return void (await ask(() => removeIf.call(store, key, value)));
      const current = await ask(() => store.get(key));
      if (current === value) await ask(() => store.set(key, "", 1));
    },
    ...(takeToken && {
      takeToken: async (key, burst, refillMs) =>
        ask(() => takeToken.call(store, key, burst, refillMs)),
    }),
  };
}

/** A store key of fixed length, which does not reveal its parts. */
export async function storeKey(kind: string, ...parts: string[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `ninjahire:${kind}:${btoa(String.fromCharCode(...digest))}`;
}

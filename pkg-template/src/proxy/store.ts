/** What outlives a request: which decisions were dialled, and who asked how often. */

import { startDeadline } from "./deadline.js";

/**
 * Keeps short strings for a while, shared by all servers that share an address. Redis, PostgreSQL
 * or a Durable Object will do; a store that is only eventually consistent will not (Workers KV,
 * S3).
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
   * Optional: removes the key if it has this very value, in one atomic step. Without it the value
   * is read, compared and set to expire.
   */
  removeIf?(key: string, value: string): Awaitable<unknown>;
  /**
   * Optional: takes a token from the bucket `key`, in one atomic step. 0, or the milliseconds until
   * there is one. Without it the bucket is kept with `get` and `set`, so that requests at the very
   * same time may count as one.
   */
  takeToken?(key: string, burst: number, refillMs: number): Awaitable<number>;
}

export type Awaitable<T> = T | PromiseLike<T>;

/** A store that always answers: with a value, or, in time, with an error. */
export interface PromptStore {
  get(key: string): Promise<string | undefined | null>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  setIfAbsent(key: string, value: string, ttlMs: number): Promise<boolean>;
  removeIf(key: string, value: string): Promise<void>;
  takeToken?(key: string, burst: number, refillMs: number): Promise<number>;
}

/** The same store with a deadline for every answer; what it throws becomes a rejection. */
export function promptStore(store: ProxyStore, timeoutMs: number): PromptStore {
  const ask = async <T>(work: () => Awaitable<T>): Promise<T> => {
    const answer = work();
    // A store in memory needs no timer.
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

/** A key of one length, from which nobody can tell what it was made from. */
export async function storeKey(kind: string, ...parts: string[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `ninjahire:${kind}:${btoa(String.fromCharCode(...digest))}`;
}

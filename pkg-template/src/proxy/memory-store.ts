import type { ProxyStore } from "./store.js";

/**
 * A store in this process: for one server. Two processes, or a serverless platform, need a shared one.
 *
 * It refuses to forget: when `maxEntries` (100,000) are alive, new ones fail, and with them new
 * dials, rather than that an old decision could ring again.
 *
 * @example
 * const proxy = createProxy({ apiKey, authorize, store: memoryStore() }); // the default
 */
export function memoryStore(options: { maxEntries?: number } = {}): ProxyStore {
  const { maxEntries = 100_000 } = options;
  const entries = new Map<string, { value: string; expires: number }>();
  let sweepAt = Math.min(1_000, maxEntries);

  const get = (key: string) => {
    const entry = entries.get(key);
    return entry && entry.expires > Date.now() ? entry.value : undefined;
  };
  const set = (key: string, value: string, ttlMs: number) => {
    if (entries.size >= sweepAt) {
      for (const old of entries.keys()) if (get(old) === undefined) entries.delete(old);
      // Twice what is left, so that the sweeps cost no more than the entries did.
      sweepAt = Math.min(entries.size * 2 + 1_000, maxEntries);
    }
    if (entries.size >= maxEntries && !entries.has(key)) throw new Error("memoryStore is full");
    entries.set(key, { value, expires: Date.now() + ttlMs });
  };
  return {
    get,
    set,
    setIfAbsent: (key, value, ttlMs) => {
      const isFree = get(key) === undefined;
      if (isFree) set(key, value, ttlMs);
      return isFree;
    },
  };
}

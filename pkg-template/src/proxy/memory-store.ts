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
  let sweepAt = 1_000;

  const get = (key: string) => {
    const entry = entries.get(key);
    return entry && entry.expires > Date.now() ? entry.value : undefined;
  };
  const set = (key: string, value: string, ttlMs: number) => {
    if (!entries.has(key) && entries.size >= Math.min(sweepAt, maxEntries)) {
      const now = Date.now();
      for (const [old, { expires }] of entries) if (expires <= now) entries.delete(old);
      // Twice what is left, so that the sweeps cost no more than the entries did.
      sweepAt = Math.max(1_000, entries.size * 2);
      if (entries.size >= maxEntries) throw new Error("memoryStore is full");
    }
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

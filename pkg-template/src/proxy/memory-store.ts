import { refillBucket } from "./bucket.js";
import type { ProxyStore } from "./store.js";

/** The width of one slot of the timing wheel, in milliseconds. */
const slotMs = 1_000;
/** How many slots and expired entries one write removes. It must be more than a write can add. */
const slotsPerWrite = 64;
const entriesPerWrite = 8;

interface Entry {
  value: string;
  expires: number;
}

/**
 * A store in the memory of this process, for a single server. Several processes, or a serverless
 * platform, need a shared store.
 *
 * It keeps every entry until it expires. Where it has `maxEntries` (100,000) entries, it refuses
 * new ones, and so new dials. Removing an expired entry takes constant time. It uses the monotonic
 * clock.
 *
 * @example
 * const proxy = createProxy({ apiKey, authorize, store: memoryStore() }); // the default
 */
export function memoryStore(options: { maxEntries?: number | undefined } = {}): ProxyStore {
  const { maxEntries = 100_000 } = options;
  const entries = new Map<string, Entry>();
  // A timing wheel: the keys by the time at which they expire. Each key is in the slot of its entry.
  const slots = new Map<number, Set<string>>();
  const now = () => performance.now();
  let oldest = slotOf(now());

  const remove = (key: string, { expires }: Entry) => {
    const slot = slotOf(expires);
    const keys = slots.get(slot);
    keys?.delete(key);
    if (keys?.size === 0) slots.delete(slot);
    entries.delete(key);
  };

  /** Removes expired entries, oldest first, up to the given limits. */
  const removeExpired = (mostSlots: number, mostEntries: number) => {
    const current = slotOf(now());
    if (!slots.size) oldest = current;
    for (; oldest < current && mostSlots > 0; oldest++, mostSlots--) {
      for (const key of slots.get(oldest) ?? []) {
        if (mostEntries-- <= 0) return;
        remove(key, entries.get(key) as Entry);
      }
    }
  };

  const get = (key: string) => {
    const entry = entries.get(key);
    return entry && entry.expires > now() ? entry.value : undefined;
  };
  const set = (key: string, value: string, ttlMs: number) => {
    removeExpired(slotsPerWrite, entriesPerWrite);
    const old = entries.get(key);
    if (old) remove(key, old);
    else if (entries.size >= maxEntries) {
      removeExpired(Infinity, entriesPerWrite);
      if (entries.size >= maxEntries) throw new Error("memoryStore is full");
    }
    const expires = now() + ttlMs;
    const slot = slotOf(expires);
    const keys = slots.get(slot) ?? new Set();
    slots.set(slot, keys.add(key));
    entries.set(key, { value, expires });
  };

  return {
    get,
    set,
    setIfAbsent: (key, value, ttlMs) => {
      const isFree = get(key) === undefined;
      if (isFree) set(key, value, ttlMs);
      return isFree;
    },
    removeIf: (key, value) => {
      const entry = entries.get(key);
      if (entry?.value === value) remove(key, entry);
    },
    takeToken: (key, burst, refillMs) => {
      const nowMs = now();
      const bucket = refillBucket(Number(get(key) ?? 0), burst, refillMs, nowMs);
      if (bucket.waitMs === 0) set(key, String(bucket.fullAt), bucket.fullAt - nowMs);
      return bucket.waitMs;
    },
  };
}

const slotOf = (ms: number) => Math.floor(ms / slotMs);

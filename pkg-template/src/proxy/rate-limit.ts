import { type Answer, problem } from "./answer.js";
import { takeToken } from "./bucket.js";
import { type PromptStore, storeKey } from "./store.js";

/** A token bucket: `burst` requests at once, `perMinute` in the long run. */
export interface Bucket {
  burst: number;
  perMinute: number;
}

/** The rate limits of one caller. */
export interface RateLimits {
  /** Default: 10 at once, 10 a minute. */
  dials?: Bucket | undefined;
  /** Default: 120 at once, 600 a minute. */
  reads?: Bucket | undefined;
}

export const defaultLimits: Record<keyof RateLimits, Bucket> = {
  dials: { burst: 10, perMinute: 10 },
  reads: { burst: 120, perMinute: 600 },
};

export interface Limiter {
  /** A 429 where the caller has no token left. Rejects where the store fails. */
  dials(caller: string): Promise<Answer | undefined>;
  /** The same for reads. Where the store fails, reads are allowed. */
  reads(caller: string): Promise<Answer | undefined>;
}

/** How long reads skip the store after it failed, in milliseconds. */
const restMs = 5_000;

export function createLimiter(
  store: PromptStore,
  limits: Record<keyof RateLimits, Bucket> | false,
  onError: (error: unknown) => void,
): Limiter {
  let restsUntil = -Infinity;

  async function checkLimit(kind: keyof RateLimits, caller: string): Promise<Answer | undefined> {
    if (!limits) return undefined;
    const { burst, perMinute } = limits[kind];
    const key = await storeKey(kind, caller);
    const refillMs = 60_000 / perMinute;
    const waitMs = store.takeToken
      ? await store.takeToken(key, burst, refillMs)
      : await takeToken(store, key, burst, refillMs);
    if (waitMs <= 0) return undefined;
    return problem(429, "rate-limit", "Too many requests", "No phone rings for this one.", {
      "retry-after": String(Math.ceil(waitMs / 1000)),
    });
  }

  return {
    dials: (caller) => checkLimit("dials", caller),
    reads: async (caller) => {
      if (performance.now() < restsUntil) return undefined;
      try {
        return await checkLimit("reads", caller);
      } catch (error) {
        // While the store is down, reads must work, and must not each wait for it.
        restsUntil = performance.now() + restMs;
        onError(error);
        return undefined;
      }
    },
  };
}

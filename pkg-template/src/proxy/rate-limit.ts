import { type Answer, problem } from "./answer.js";
import { takeToken } from "./bucket.js";
import { type ProxyStore, storeKey } from "./store.js";

/** `burst` at once, `perMinute` in the long run. */
export interface Bucket {
  burst: number;
  perMinute: number;
}

/** How often one caller may ask. */
export interface RateLimits {
  /** Default: 10 at once, 10 a minute. */
  dials?: Bucket;
  /** Default: 120 at once, 600 a minute. */
  reads?: Bucket;
}

export const defaultLimits: Required<RateLimits> = {
  dials: { burst: 10, perMinute: 10 },
  reads: { burst: 120, perMinute: 600 },
};

/** The 429, where `caller` has no token left. */
export async function limit(
  store: ProxyStore,
  kind: keyof RateLimits,
  { burst, perMinute }: Bucket,
  caller: string,
): Promise<Answer | undefined> {
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

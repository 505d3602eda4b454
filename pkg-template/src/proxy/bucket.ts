/**
 * A token bucket as one number: the time at which it will be full again. `burst` tokens at most, a
 * new one every `refillMs`.
 */
export function take(
  value: string | undefined | null,
  burst: number,
  refillMs: number,
  now: number,
) {
  const fullAt = Math.max(now, Number(value ?? 0)) + refillMs;
  const ttlMs = Math.ceil(fullAt - now);
  const waitMs = Math.max(0, ttlMs - burst * refillMs);
  return { waitMs, value: String(fullAt), ttlMs };
}

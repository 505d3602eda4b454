/** A store in Redis, or a server with its protocol (Valkey, KeyDB, Upstash), for several servers. */

import type { ProxyStore } from "./store.js";

/** Sends one command. `redis` and `ioredis` both have such a method. */
export type RedisCommand = (args: string[]) => Promise<unknown>;

// The bucket is one number: the time at which it will be full again, in milliseconds of Redis's clock. A
// time too far in the future was written before that clock was set back (see bucket.ts).
const takeTokenScript = `
local t = redis.call("TIME")
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local empty = now + ARGV[1] * ARGV[2]
local full = tonumber(redis.call("GET", KEYS[1]) or 0) or 0
local current = math.min(math.max(now, full), empty)
local wait = current + ARGV[2] - empty
if wait <= 0 then current = current + ARGV[2] end
if wait <= 0 or full > empty then
  redis.call("SET", KEYS[1], string.format("%.3f", current), "PX", math.max(1, math.ceil(current - now)))
end
return math.max(0, math.ceil(wait))`;

const removeIfScript = `
if redis.call("GET", KEYS[1]) == ARGV[1] then return redis.call("DEL", KEYS[1]) end
return 0`;

/**
 * Keeps decisions in Redis. Set the eviction policy `noeviction`: with another one, a full server
 * drops decisions, which could then ring again.
 *
 * @example
 * const client = createClient({ url, disableOfflineQueue: true });     // redis
 * client.on("error", console.error);
 * client.connect();
 * const store = redisStore((args) => client.sendCommand(args));
 * const store2 = redisStore(([name, ...args]) => ioredis.call(name, ...args)); // ioredis
 */
export function redisStore(command: RedisCommand): ProxyStore {
  return {
    get: async (key) => {
      const value = await command(["GET", key]);
      return value === null || value === undefined ? undefined : String(value);
    },
    set: (key, value, ttlMs) => command(["SET", key, value, "PX", wholeMs(ttlMs)]),
    setIfAbsent: async (key, value, ttlMs) =>
      (await command(["SET", key, value, "NX", "PX", wholeMs(ttlMs)])) !== null,
    removeIf: (key, value) => command(["EVAL", removeIfScript, "1", key, value]),
    takeToken: async (key, burst, refillMs) =>
      Number(await command(["EVAL", takeTokenScript, "1", key, String(burst), String(refillMs)])),
  };
}

const wholeMs = (ms: number) => String(Math.max(1, Math.ceil(ms)));

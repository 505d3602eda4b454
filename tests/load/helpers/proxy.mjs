/** A proxy in a separate process, which reports its memory. Prints its URL when it is ready. */

import http from "node:http";
import pg from "pg";
import { createClient } from "redis";
import {
  createProxy,
  memoryStore,
  nodeHandler,
  postgresStore,
  redisStore,
} from "../../proxy/helpers/package.mjs";

const { upstream, store, redis, postgres, rememberMs } = JSON.parse(process.argv[2]);

const stores = {
  memory: () => memoryStore({ maxEntries: 2_000_000 }),
  redis: () => {
    const client = createClient({ socket: { path: redis }, disableOfflineQueue: true });
    client.on("error", console.error);
    client.connect();
    return redisStore((args) => client.sendCommand(args));
  },
  postgres: () => {
    const pool = new pg.Pool({ ...postgres, max: 16 });
    pool.on("error", console.error);
    return postgresStore((text, values) => pool.query(text, values));
  },
};

/** Answers at once, so that only the proxy is measured. */
const call = JSON.stringify({ status: "initiated", call_id: "c-1" });
const answerAtOnce = async () =>
  new Response(call, { headers: { "content-type": "application/json" } });

const proxy = createProxy({
  apiKey: "sk_test_5f2b9c1e7a3d4b6c",
  ...(upstream ? { upstream } : { fetch: answerAtOnce }),
  authorize: (request) => ({ caller: request.headers.get("x-user") ?? "load" }),
  // Counted, and never used up.
  rateLimit: {
    dials: { burst: 1e9, perMinute: 1e9 },
    reads: { burst: 1e9, perMinute: 1e9 },
  },
  rememberMs,
  store: stores[store](),
});
const handler = nodeHandler(proxy);
const server = http.createServer((request, response) => {
  if (request.url !== "/memory") return handler(request, response);
  globalThis.gc();
  response.end(JSON.stringify(process.memoryUsage()));
});
server.listen(0, "127.0.0.1", () => {
  console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` }));
});
process.stdin.on("end", () => process.exit()).resume();

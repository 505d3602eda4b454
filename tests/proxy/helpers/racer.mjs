/** A proxy in a separate process, on a shared PostgreSQL. Prints its URL when it is ready. */

import http from "node:http";
import pg from "pg";
import { createProxy, nodeHandler, postgresStore } from "./package.mjs";

const { upstream, settings } = JSON.parse(process.argv[2]);
const pool = new pg.Pool({ ...settings, max: 8 });
const proxy = createProxy({
  apiKey: "sk_test_5f2b9c1e",
  upstream,
  authorize: () => true,
  rateLimit: false,
  store: postgresStore((text, values) => pool.query(text, values)),
});
const server = http.createServer(nodeHandler(proxy)).listen(0, "127.0.0.1", () => {
  console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` }));
});
process.stdin.on("end", () => process.exit()).resume();

/** A TCP relay on the loopback that resets connections (RST) at given points. */

import { once } from "node:events";
import net from "node:net";

/** Where a connection can be reset. */
export const points = [
  "before_request", // nothing of the request was forwarded
  "after_request", // the request was forwarded
  "before_response", // the answer has arrived, and nothing of it was returned
  "mid_response", // half of the answer was returned
];

/** mulberry32: the same seed, the same numbers in [0, 1). */
export function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Relays a free port of the loopback to `port`.
 *
 * `plan(n)` is called for every request (a chunk from the client after an answer, or the first on a
 * connection; `n` counts them). It returns a point at which to reset both sides, or nothing. So warm
 * connections are reset as well as cold ones. `refuse(n)` is called for every connection, and returns
 * whether to reset it at once.
 */
export async function startRelay(port, plan = () => undefined, refuse = () => false) {
  let seen = 0;
  let connections = 0;
  const resets = Object.fromEntries(points.map((point) => [point, 0]));
  const sockets = new Set();
  const server = net.createServer({ noDelay: true }, (client) => {
    if (refuse(connections++)) return client.resetAndDestroy();
    const upstream = net.connect({ port, host: "127.0.0.1", noDelay: true });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => sockets.delete(socket));
    }
    let isAnswered = true;
    let point;
    const reset = () => {
      resets[point]++;
      client.resetAndDestroy();
      // Give forwarded bytes time to arrive: the tests are about lost answers.
      setTimeout(() => upstream.resetAndDestroy(), 20);
    };
    client.on("data", (chunk) => {
      if (isAnswered) {
        isAnswered = false;
        point = plan(seen++);
        if (point === "before_request") return reset();
      }
      upstream.write(chunk);
      if (point === "after_request") reset();
    });
    upstream.on("data", (chunk) => {
      isAnswered = true;
      if (client.destroyed) return;
      if (point === "before_response") return reset();
      if (point !== "mid_response") return client.write(chunk);
      client.write(chunk.subarray(0, chunk.length >> 1), reset);
      point = "mid_response";
    });
    client.on("close", () => upstream.destroyed || setTimeout(() => upstream.destroy(), 20));
    upstream.on("close", () => client.end());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: server.address().port,
    url: `http://127.0.0.1:${server.address().port}`,
    resets,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

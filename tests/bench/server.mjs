/** A web server on the loopback: files from memory, compressed as a site's are. */

import { once } from "node:events";
import { createServer } from "node:http";
import { extname } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** A path without an extension is an answer of the API. */
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
};

const isolated = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/**
 * Serves `files`, bodies by path: as they are with a fine clock for scripts (`isolate`), or with
 * brotli, once for all requests, as a CDN does. `requests` has the paths that were asked for.
 */
export async function serve(files, { isolate = false } = {}) {
  const compressed = new Map();
  const requests = [];
  const compress = (path) => {
    if (!compressed.has(path)) {
      const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
      compressed.set(path, brotliCompressSync(files.get(path), { params }));
    }
    return compressed.get(path);
  };
  const server = createServer((request, response) => {
    const path = request.url;
    requests.push(path);
    if (!files.has(path)) return response.writeHead(404).end();
    response.setHeader("content-type", types[extname(path)] ?? "application/json");
    response.setHeader("cache-control", "no-store");
    if (isolate) return response.writeHead(200, isolated).end(files.get(path));
    if (!/\bbr\b/.test(request.headers["accept-encoding"])) {
      throw new Error(`${path} was asked for without brotli`);
    }
    const body = compress(path);
    response.writeHead(200, { "content-encoding": "br", "content-length": body.length }).end(body);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    /** The transferred bytes for a path. */
    size: (path) => compress(path).length,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

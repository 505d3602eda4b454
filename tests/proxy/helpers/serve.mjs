/** Servers for a test, closed when it ends. */

import { once } from "node:events";
import http from "node:http";
import { createProxy, nodeHandler } from "./package.mjs";

/** Serves a `(request, response)` handler on a free port. */
export async function serve(t, handler) {
  const server = handler instanceof http.Server ? handler : http.createServer(handler);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address();
  return { port, url: `http://127.0.0.1:${port}` };
}

export const key = "sk_test_5f2b9c1e";

/** The errors that `onError` got in the current test. */
export const told = [];

/** A proxy in front of the mock. */
export function proxyTo(mock, options) {
  return createProxy({
    apiKey: key,
    upstream: mock.url,
    authorize: () => true,
    rateLimit: false,
    onError: (error) => told.push(error),
    ...options,
  });
}

/** The same, served by node:http. */
export const serveProxy = (t, mock, options) => serve(t, nodeHandler(proxyTo(mock, options)));

const base = "https://ats.example/api/ninjahire";

/** A request from a page of the proxy's site. */
export function ask(path, { method = "GET", headers = {}, ...init } = {}) {
  return new Request(path.startsWith("http") ? path : base + path, {
    method,
    headers: { "sec-fetch-site": "same-origin", host: "ats.example", ...headers },
    ...init,
  });
}

/** The request of a decision to call. */
export const askToDial = (application, idempotencyKey = crypto.randomUUID(), headers = {}) =>
  ask(`/applications/${application}/instant-call`, {
    method: "POST",
    headers: { "idempotency-key": idempotencyKey, ...headers },
  });

/** The answer as one object. */
export async function read(response) {
  const body = await response.text();
  let json;
  try {
    json = JSON.parse(body);
  } catch {
    // Told by `body` itself.
  }
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body,
    json,
    type: json?.type?.replace("urn:ninjahire-calls:", ""),
  };
}

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
export const reportedErrors = [];

/** A proxy in front of the mock. */
export function proxyTo(mock, options) {
  return createProxy({
    apiKey: key,
    upstream: mock.url,
    authorize: () => true,
    rateLimit: false,
    onError: (error) => reportedErrors.push(error),
    ...options,
  });
}

/** Serves such a proxy with node:http. */
export const serveProxy = (t, mock, options) => serve(t, nodeHandler(proxyTo(mock, options)));

const base = "https://ats.example/api/ninjahire";

/** Makes a request as a page on the proxy's site would send it. */
export function requestFor(path, { method = "GET", headers = {}, ...init } = {}) {
  return new Request(path.startsWith("http") ? path : base + path, {
    method,
    headers: { "sec-fetch-site": "same-origin", host: "ats.example", ...headers },
    ...init,
  });
}

/** Makes the request for a decision to call. */
export const dialRequest = (application, idempotencyKey = crypto.randomUUID(), headers = {}) =>
  requestFor(`/applications/${application}/instant-call`, {
    method: "POST",
    headers: { "idempotency-key": idempotencyKey, ...headers },
  });

/** Parses an answer into one object. */
export async function parseAnswer(response) {
  const body = await response.text();
  let json;
  try {
    json = JSON.parse(body);
  } catch {
    // Not JSON: the test can check `body`.
  }
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body,
    json,
    type: json?.type?.replace("urn:ninjahire-calls:", ""),
  };
}

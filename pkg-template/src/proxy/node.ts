/** A handler for `node:http` and frameworks on it. It does not import `node:http`. */

import { problem, toResponse } from "./answer.js";
import { type NinjaHireProxy, longestBody } from "./create.js";

/** The used part of `http.IncomingMessage` (and `http2.Http2ServerRequest`). */
export interface NodeRequest {
  method?: string | undefined;
  url?: string | undefined;
  /** Express: the URL with the path at which the handler is mounted. */
  originalUrl?: string | undefined;
  headers: Record<string, string | string[] | undefined>;
  rawHeaders: string[];
  socket: object;
}

/** The used part of `http.ServerResponse` (and `http2.Http2ServerResponse`). */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string | string[]): unknown;
  write(chunk: Uint8Array): boolean;
  end(): unknown;
  destroy(): unknown;
  on(event: string, listener: () => void): unknown;
  off(event: string, listener: () => void): unknown;
}

/**
 * Makes a handler for `node:http`, Express, Connect and, on `request.raw`, Fastify.
 *
 * @example
 * http.createServer(nodeHandler(proxy)).listen(3000);
 * app.use("/api/ninjahire", nodeHandler(proxy)); // Express
 */
export function nodeHandler(
  proxy: NinjaHireProxy,
): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  return async (incoming, outgoing) => {
    const gone = new AbortController();
    let wake = () => {};
    const drained = () => wake();
    const closed = () => {
      gone.abort();
      wake();
    };
    outgoing.on("close", closed);
    outgoing.on("drain", drained);
    try {
      const request = toRequest(incoming, gone.signal);
      const response = request
        ? await proxy(request)
        : toResponse(problem(400, "bad-path", "The path cannot be used"));
      // Otherwise Node reads an unread body to its end, however long it is.
      const { "content-length": length, "transfer-encoding": encoding } = incoming.headers;
      if (encoding || Number(length) > longestBody) outgoing.setHeader("connection", "close");
      outgoing.statusCode = response.status;
      for (const [name, value] of response.headers) {
        outgoing.setHeader(name, name === "set-cookie" ? response.headers.getSetCookie() : value);
      }
      for await (const chunk of response.body ?? []) {
        if (gone.signal.aborted) break;
        // Wait until the receiver has read enough.
        if (!outgoing.write(chunk)) await new Promise<void>((resolve) => (wake = resolve));
      }
      outgoing.end();
    } catch {
      // Close the connection, so that the receiver does not take a part for the whole answer.
      outgoing.destroy();
    } finally {
      outgoing.off("close", closed);
      outgoing.off("drain", drained);
    }
  };
}

// Headers that must not be repeated, because servers disagree on which value counts.
const single = /^(host|origin|authorization|idempotency-key|sec-fetch-site)$/;

/** The request as a `Request`. `undefined` where a header is repeated, or where parsing would change the URL. */
function toRequest(incoming: NodeRequest, signal: AbortSignal): Request | undefined {
  const names = incoming.rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());
  if (names.some((name, i) => single.test(name) && names.indexOf(name) < i)) return;
  const target = incoming.originalUrl ?? incoming.url ?? "";
  const host = String(incoming.headers.host ?? incoming.headers[":authority"]);
  if (!/^[\w.:[\]-]+$/.test(host)) return;
  try {
    const headers = new Headers({ host });
    for (const [name, value] of Object.entries(incoming.headers)) {
      if (!name.startsWith(":")) headers.set(name, String(value));
    }
    const url = new URL(`http${"encrypted" in incoming.socket ? "s" : ""}://${host}${target}`);
    // Parsing must not change the URL: no dot segments, no backslash, no other host.
    if (!target.startsWith("/") || url.pathname + url.search !== target) return;
    return new Request(url, { method: incoming.method, headers, signal });
  } catch {
    return;
  }
}

/** For node:http and what is built on it, without importing it. */

import { problem, toResponse } from "./answer.js";
import { type NinjaHireProxy, longestBody } from "./create.js";

/** The part of `http.IncomingMessage` (and `http2.Http2ServerRequest`) that is used. */
export interface NodeRequest {
  method?: string | undefined;
  url?: string | undefined;
  /** Express: the URL before a mount took its path off. */
  originalUrl?: string | undefined;
  headers: Record<string, string | string[] | undefined>;
  rawHeaders: string[];
  socket: object;
}

/** The part of `http.ServerResponse` (and `http2.Http2ServerResponse`) that is used. */
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
      // Otherwise node reads an unread body to its end, however long it is.
      const { "content-length": length, "transfer-encoding": encoding } = incoming.headers;
      if (encoding || Number(length) > longestBody) outgoing.setHeader("connection", "close");
      outgoing.statusCode = response.status;
      for (const [name, value] of response.headers) {
        outgoing.setHeader(name, name === "set-cookie" ? response.headers.getSetCookie() : value);
      }
      for await (const chunk of response.body ?? []) {
        if (gone.signal.aborted) break;
        // Waits until the receiver has caught up.
        if (!outgoing.write(chunk)) await new Promise<void>((resolve) => (wake = resolve));
      }
      outgoing.end();
    } catch {
      // Ends the connection, so that the receiver does not take a part for the whole answer.
      outgoing.destroy();
    } finally {
      outgoing.off("close", closed);
      outgoing.off("drain", drained);
    }
  };
}

// Headers that must not be repeated: servers disagree about which value counts.
const single = /^(host|origin|authorization|idempotency-key|sec-fetch-site)$/;

/** The request as a `Request`; `undefined` if its URL does not survive parsing. */
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

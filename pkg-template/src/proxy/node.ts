/** For node:http and what is built on it, without importing it. */

import { problem, toResponse } from "./answer.js";
import type { NinjaHireProxy } from "./create.js";

/** The part of `http.IncomingMessage` (and `http2.Http2ServerRequest`) that is used. */
export interface NodeRequest {
  method?: string;
  url?: string;
  /** Express: the URL before a mount took its path off. */
  originalUrl?: string;
  headers: Record<string, string | string[] | undefined>;
  rawHeaders: string[];
  httpVersionMajor: number;
  socket: object;
}

/** The part of `http.ServerResponse` (and `http2.Http2ServerResponse`) that is used. */
export interface NodeResponse {
  statusCode: number;
  writableFinished: boolean;
  destroyed: boolean;
  setHeader(name: string, value: string | string[]): unknown;
  flushHeaders?(): void;
  write(chunk: Uint8Array): boolean;
  end(): unknown;
  destroy(): unknown;
  on(event: string, listener: () => void): unknown;
  once(event: string, listener: () => void): unknown;
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
    const closed = () => gone.abort();
    outgoing.on("close", closed);
    try {
      const request = toRequest(incoming, gone.signal);
      const response = request
        ? await proxy(request)
        : toResponse(problem(400, "bad-request", "This request cannot be used"));
      // A body that nobody read would be taken in to the end, however long it is.
      const hasBody =
        Number(incoming.headers["content-length"] ?? 0) > 0 ||
        "transfer-encoding" in incoming.headers;
      if (hasBody && incoming.httpVersionMajor === 1) outgoing.setHeader("connection", "close");
      await write(response, outgoing);
    } catch {
      // Cut off, so that a part is not taken for the whole.
      outgoing.destroy();
    } finally {
      outgoing.off("close", closed);
    }
  };
}

// Twice, each of these has been taken for something else by some server on the way.
const single =
  /^(host|origin|authorization|cookie|content-length|transfer-encoding|idempotency-key|sec-fetch-site)$/i;

function toRequest(incoming: NodeRequest, signal: AbortSignal): Request | undefined {
  const headers = new Headers();
  const seen = new Set<string>();
  for (let i = 0; i + 1 < incoming.rawHeaders.length; i += 2) {
    const name = String(incoming.rawHeaders[i]).toLowerCase();
    if (name.startsWith(":")) continue; // HTTP/2's own
    // HTTP/2 clients may send a cookie in parts.
    if (
      single.test(name) &&
      seen.has(name) &&
      !(name === "cookie" && incoming.httpVersionMajor > 1)
    )
      return;
    seen.add(name);
    headers.append(name, String(incoming.rawHeaders[i + 1]));
  }
  const target = incoming.originalUrl ?? incoming.url ?? "";
  const host = incoming.headers.host ?? incoming.headers[":authority"] ?? "localhost";
  const scheme = "encrypted" in incoming.socket ? "https" : "http";
  const base = `${scheme}://${host}`;
  if (!URL.canParse(base) || new URL(base).pathname !== "/" || !/^[\w.:[\]-]+$/.test(String(host)))
    return;
  // What is parsed must be what was sent: no dots to follow, no backslash, no other host.
  if (!target.startsWith("/") || !URL.canParse(base + target)) return;
  const url = new URL(base + target);
  if (url.pathname + url.search !== target) return;
  headers.set("host", String(host));
  return new Request(url, { method: incoming.method, headers, signal });
}

/** Writes no faster than it is taken; stops reading when nobody takes it. */
async function write(response: Response, outgoing: NodeResponse): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers)
    if (name !== "set-cookie") outgoing.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length) outgoing.setHeader("set-cookie", cookies);
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    if (outgoing.destroyed) return reader.cancel();
    if (!outgoing.write(value)) await taken(outgoing);
  }
  outgoing.end();
}

const taken = (outgoing: NodeResponse) =>
  new Promise<void>((resolve) => {
    const done = () => {
      outgoing.off("drain", done);
      outgoing.off("close", done);
      resolve();
    };
    outgoing.once("drain", done);
    outgoing.once("close", done);
  });

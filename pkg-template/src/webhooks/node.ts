/** A handler for `node:http` and frameworks on it. It does not import `node:http`. */

import type { WebhookHandler } from "./handler.js";

/** The used part of `http.IncomingMessage`, and the fields that body parsers add. */
export interface NodeWebhookRequest {
  method?: string;
  headers: Record<string, string | string[] | undefined>;
  /** The bytes, where other code has read them (cloud functions; `verify` of Express's parsers). */
  rawBody?: unknown;
  /** The result of a body parser. */
  body?: unknown;
  readableEnded?: boolean;
  iterator?(options: { destroyOnReturn: boolean }): AsyncIterator<Uint8Array>;
}

/** The used part of `http.ServerResponse`. */
export interface NodeWebhookResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(body?: string): unknown;
  destroy(): unknown;
}

/**
 * Makes a handler for `node:http`, Express, Connect and, on `request.raw`, Fastify. The signature
 * covers the bytes, so mount the handler before a body parser, or use `express.raw`.
 *
 * @example
 * app.use("/webhooks/ninjahire", nodeWebhookHandler(handler)); // before app.use(express.json())
 */
export function nodeWebhookHandler(
  handler: WebhookHandler,
): (request: NodeWebhookRequest, response: NodeWebhookResponse) => Promise<void> {
  return async (incoming, outgoing) => {
    try {
      const response = await handler(toRequest(incoming));
      outgoing.statusCode = response.status;
      for (const [name, value] of response.headers) outgoing.setHeader(name, value);
      // Otherwise Node reads an unread body to its end, however long it is.
      if (!incoming.readableEnded) outgoing.setHeader("connection", "close");
      outgoing.end(await response.text());
    } catch {
      try {
        outgoing.destroy();
      } catch {
        // The client has disconnected.
      }
    }
  };
}

function toRequest(incoming: NodeWebhookRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (!name.startsWith(":") && value !== undefined) headers.set(name, String(value));
  }
  const { method = "GET" } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  const init = { method, headers, ...(hasBody && { body: bodyOf(incoming), duplex: "half" }) };
  // A `Request` cannot have these methods. The handler refuses all but POST, PUT and PATCH anyway.
  if (/^(CONNECT|TRACE|TRACK)$/i.test(method)) return new Request("http://localhost/", { headers });
  return new Request("http://localhost/", init as RequestInit);
}

function bodyOf(incoming: NodeWebhookRequest): BodyInit {
  const { rawBody, body } = incoming;
  for (const bytes of [rawBody, body]) {
    if (typeof bytes === "string" || bytes instanceof Uint8Array) return bytes as BodyInit;
  }
  // A body parser has read the bytes. The vendor may have signed exactly this JSON.
  if (typeof body === "object" && body !== null && incoming.readableEnded) {
    return JSON.stringify(body);
  }
  const chunks = incoming.iterator?.({ destroyOnReturn: false });
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = (await chunks?.next()) ?? { done: true };
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await chunks?.return?.()),
  });
}

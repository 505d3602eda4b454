/** For node:http and what is built on it, without importing it. */

import type { WebhookHandler } from "./handler.js";

/** The part of `http.IncomingMessage` that is used, and what body parsers add to it. */
export interface NodeWebhookRequest {
  method?: string;
  headers: Record<string, string | string[] | undefined>;
  /** The bytes, where something else has read them (cloud functions; `verify` of Express's parsers). */
  rawBody?: unknown;
  /** What a body parser made of them. */
  body?: unknown;
  readableEnded?: boolean;
  iterator?(options: { destroyOnReturn: boolean }): AsyncIterator<Uint8Array>;
}

/** The part of `http.ServerResponse` that is used. */
export interface NodeWebhookResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(body?: string): unknown;
  destroy(): unknown;
}

/**
 * Makes a handler for `node:http`, Express, Connect and, on `request.raw`, Fastify. The signature
 * is that of the bytes, so mount it before a body parser, or use `express.raw`.
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
      // Otherwise node reads an unread body to its end, however long it is.
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
  // A `Request` cannot have every method. The handler refuses all but POST, PUT and PATCH anyway.
  if (/^(CONNECT|TRACE|TRACK)$/i.test(method)) return new Request("http://localhost/", { headers });
  return new Request("http://localhost/", init as RequestInit);
}

function bodyOf(incoming: NodeWebhookRequest): BodyInit {
  const { rawBody, body } = incoming;
  for (const read of [rawBody, body]) {
    if (typeof read === "string" || read instanceof Uint8Array) return read as BodyInit;
  }
  // A body parser has read the bytes. The vendor may have signed the same JSON.
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

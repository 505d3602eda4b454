/** The hop to the vendor. */

import type { Settings } from "./options.js";
import { type Asked, upstreamPath } from "./routes.js";

/** Sends what was asked for, once, with the key; nothing of the browser's own request goes along. */
export async function send(settings: Settings, asked: Asked, key: string, signal: AbortSignal) {
  const route = settings.upstreamRoutes.find(({ name }) => name === asked.route);
  if (!route) throw new Error("unreachable");
  const init: RequestInit = {
    method: route.method,
    headers: { accept: "application/json", authorization: `Bearer ${key}` },
    redirect: "manual",
    signal,
  };
  if (asked.route === "instantCall" && route.method !== "GET") {
    // What can be read only once cannot be sent twice. Without it, Node's fetch sends a POST again
    // after a 421, and Deno's after a reset: docs/decisions/0002-proxy-dials-once.md.
    init.body = new ReadableStream({ start: (controller) => controller.close() });
    Object.assign(init, { duplex: "half" });
  }
  return settings.fetch(settings.upstream + upstreamPath(route, asked), init);
}

/** The few headers that go back: when to try again, and what to tell the vendor's support. */
export function headersBack(response: Response): Record<string, string> {
  const headers: Record<string, string> = {};
  const pass = (name: string, value: string | null) => {
    if (value && /^[\w .,:;=+/-]{1,200}$/.test(value)) headers[name] = value;
  };
  pass("retry-after", response.headers.get("retry-after"));
  const ids = ["x-request-id", "zp-rid", "request-id"].map((name) => response.headers.get(name));
  pass("x-request-id", ids.find(Boolean) ?? null);
  return headers;
}

/** The whole body as text; throws where it is cut off, or longer than `most` bytes. */
export async function readText(response: Response, most: number): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let size = 0; reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > most) {
      // Not awaited: a body that does not end may not end its cancelling either.
      reader.cancel().catch(() => {});
      throw new Error("The answer is too long");
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}

/** Takes the key, and where it was sent, out of a text. */
export function redact(text: string, key: string, { upstream }: Settings): string {
  const secrets = [key, JSON.stringify(key).slice(1, -1), encodeURIComponent(key), btoa(key)];
  for (const secret of [...secrets, upstream, new URL(upstream).host]) {
    text = text.replaceAll(secret, "[redacted]");
  }
  return text;
}

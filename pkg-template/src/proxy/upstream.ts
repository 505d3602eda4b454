/** The hop to the vendor. */

import type { Settings } from "./options.js";
import { type Asked, upstreamPath } from "./routes.js";

/** Sends what was asked for, once, with the key; nothing of the browser's own request goes along. */
export async function send(settings: Settings, asked: Asked, key: string, signal: AbortSignal) {
  const route = settings.upstreamRoutes[asked.route];
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
  // The last of a kind wins. `zp-rid` is what the vendor's gateway calls it.
  for (const name of ["retry-after", "zp-rid", "x-request-id"]) {
    const value = response.headers.get(name);
    if (!value || !/^[\w .,:-]{1,99}$/.test(value)) continue;
    headers[name === "retry-after" ? name : "x-request-id"] = value;
  }
  return headers;
}

/** The whole body as text; throws where it is cut off, or longer than `most` bytes. */
export async function readText(response: Response, most: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > most) throw new Error("The answer is too long");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Takes the key, and where it was sent, out of a text. */
export function redact(text: string, key: string, { upstream }: Settings): string {
  for (const secret of [key, new URL(upstream).host]) {
    text = text.replaceAll(secret, "[redacted]");
  }
  return text;
}

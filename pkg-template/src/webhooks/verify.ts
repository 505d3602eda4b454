import { type WebhookCall, decodeEvent, formToJson } from "./decode.js";
import { WebhookError } from "./error.js";
import {
  type WebhookSecret,
  checkSecret,
  isSigned,
  parseSignature,
  parseTimestamp,
  sign,
} from "./signature.js";

/** Headers in any form that servers use. */
export type WebhookHeaders =
  | Headers
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface VerifyOptions {
  /** The webhook's secret, or both the new and the old one while you change it. */
  secret: WebhookSecret;
  /** How far the timestamp may be from now, in milliseconds. `Infinity` ignores it. Default 5 minutes. */
  toleranceMs?: number | undefined;
  /** The longest body, in bytes. Default 4 MiB. */
  maxBytes?: number | undefined;
  /** The current Unix time in milliseconds. Default: that of the machine. */
  nowMs?: number | undefined;
}

/** A verified webhook. Treat it as a hint: read the call again before you act on it. */
export interface WebhookEvent {
  /** The signature: the same for every delivery of the same payload. */
  id: string;
  /** The timestamp header as Unix time in milliseconds. It is not signed. `null` where `toleranceMs` is `Infinity`. */
  timestampMs: number | null;
  /** The payload. */
  call: WebhookCall;
}

const signatureHeader = "x-ninjahire-signature";
const timestampHeader = "x-ninjahire-timestamp";

export const defaultToleranceMs = 300_000;
export const defaultMaxBytes = 4_194_304;

/**
 * Checks signature and timestamp of a webhook, and decodes it. The signature does not cover the
 * timestamp, so this function alone does not prevent a replay (see `createWebhookHandler`).
 *
 * @param rawBody the bytes of the body, before any parser.
 * @throws {WebhookError} with a `code`; {TypeError} where the secret is missing.
 * @example
 * const event = await verifyWebhook(await request.text(), request.headers, { secret });
 * event.call.call_id;
 */
export async function verifyWebhook(
  rawBody: string | Uint8Array | ArrayBuffer,
  headers: WebhookHeaders,
  options: VerifyOptions,
): Promise<WebhookEvent> {
  const secrets = checkSecret(options.secret);
  const { toleranceMs = defaultToleranceMs, maxBytes = defaultMaxBytes } = options;
  const raw = bytesOf(rawBody);
  if (raw.byteLength > maxBytes) throw tooLarge(maxBytes);
  const signature = parseSignature(headerOf(headers, signatureHeader));
  const timestampMs = checkTimestamp(headers, toleranceMs, options.nowMs ?? Date.now());

  const isForm = /^application\/x-www-form-urlencoded\b/i.test(
    headerOf(headers, "content-type") ?? "",
  );
  const text = new TextDecoder().decode(raw);
  let signed: string | undefined = text;
  if (!(await isSigned(raw, signature.bytes, secrets))) {
    // The vendor's sample signs `JSON.stringify(payload)`. Where the signature covers that text, that text
    // is decoded: the raw body may contain more, such as a repeated field.
    signed = isForm ? undefined : reserialized(text);
    const bytes = signed === undefined ? undefined : bytesOf(signed);
    if (!bytes || !(await isSigned(bytes, signature.bytes, secrets))) {
      throw new WebhookError("signature_mismatch", "The signature is not that of this body");
    }
  }
  const json = isForm ? formToJson(signed as string) : (signed as string);
  if (!isJsonObject(json)) {
    throw new WebhookError("body_unreadable", "The body is no JSON object, nor a form");
  }
  return { id: signature.hex, timestampMs, call: await decodeEvent(json) };
}

export const tooLarge = (maxBytes: number): WebhookError =>
  new WebhookError("body_too_large", `The body is longer than ${maxBytes} bytes`);

function checkTimestamp(headers: WebhookHeaders, toleranceMs: number, nowMs: number) {
  if (toleranceMs === Infinity) return null;
  const timestampMs = parseTimestamp(headerOf(headers, timestampHeader));
  if (!(Math.abs(nowMs - timestampMs) <= toleranceMs)) {
    throw new WebhookError("timestamp_not_fresh", "The timestamp is too far from now");
  }
  return timestampMs;
}

/** `JSON.stringify(JSON.parse(text))`; `undefined` where it is not JSON, or nested too deeply. */
function reserialized(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function isJsonObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function bytesOf(body: string | Uint8Array | ArrayBuffer): Uint8Array<ArrayBuffer> {
  if (typeof body === "string") return new TextEncoder().encode(body);
  // A copy, because the caller's buffer may be part of another one, or change.
  return Uint8Array.from(body instanceof Uint8Array ? body : new Uint8Array(body));
}

/** The value of a header. `wanted` is in lower case. */
function headerOf(headers: WebhookHeaders, wanted: string): string | undefined {
  if (headers instanceof Headers) return headers.get(wanted) ?? undefined;
  const entries = Symbol.iterator in headers ? [...headers] : Object.entries(headers);
  const values = entries
    .filter(([name]) => name.toLowerCase() === wanted)
    .flatMap(([, value]) => (value === undefined ? [] : value));
  // Two values are joined, so that neither counts.
  return values.length ? values.join(", ") : undefined;
}

/**
 * Signs a body as the vendor does, for tests of your handler.
 *
 * @returns the two headers.
 * @example
 * const headers = await signWebhook(body, { secret });
 * await handler(new Request(url, { method: "POST", body, headers }));
 */
export async function signWebhook(
  body: string | Uint8Array | ArrayBuffer,
  options: { secret: string; timestampMs?: number },
): Promise<{ "x-ninjahire-signature": string; "x-ninjahire-timestamp": string }> {
  const [secret] = checkSecret(options.secret) as [string];
  const { timestampMs = Date.now() } = options;
  return {
    [signatureHeader]: await sign(bytesOf(body), secret),
    [timestampHeader]: String(Math.floor(timestampMs / 1_000)),
  };
}

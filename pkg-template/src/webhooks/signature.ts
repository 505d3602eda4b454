/** Signatures: HMAC-SHA-256 in hexadecimal. Web Crypto compares them in constant time. */

import { WebhookError } from "./error.js";

/** A secret, or both the new and the old one while you change it. */
export type WebhookSecret = string | readonly string[];

/** Throws where the secret is missing: without one, anyone could send a webhook. */
export function checkSecret(secret: WebhookSecret | undefined): readonly string[] {
  const secrets = typeof secret === "string" ? [secret] : (secret ?? []);
  const isText = (one: unknown) => typeof one === "string" && one.trim() !== "";
  if (!Array.isArray(secrets) || !secrets.length || !secrets.every(isText)) {
    throw new TypeError(
      "webhooks: secret is missing or blank: without one, anybody could send a call (is the environment set?)",
    );
  }
  return secrets;
}

const keyFor = (secret: string, use: "sign" | "verify") =>
  crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    [use],
  );

/** The signature of a body, in lower case. @internal */
export async function sign(body: Uint8Array<ArrayBuffer>, secret: string): Promise<string> {
  const key = await keyFor(secret, "sign");
  const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", key, body));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether one of the secrets gives this signature for this body. @internal */
export async function isSigned(
  body: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  secrets: readonly string[],
): Promise<boolean> {
  for (const secret of secrets) {
    const key = await keyFor(secret, "verify");
    if (await crypto.subtle.verify("HMAC", key, signature, body)) return true;
  }
  return false;
}

/** Parses a signature header: hexadecimal in any case, with or without `sha256=`. @internal */
export function parseSignature(header: string | undefined): {
  bytes: Uint8Array<ArrayBuffer>;
  hex: string;
} {
  if (!header?.trim()) throw new WebhookError("signature_missing", "There is no signature");
  const hex = /^(?:sha256=)?([\da-f]{64})$/i.exec(header.trim())?.[1]?.toLowerCase();
  if (hex === undefined) {
    throw new WebhookError("signature_malformed", "The signature is not 64 hexadecimal digits");
  }
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  return { bytes, hex };
}

/** Numbers from here on are milliseconds: as seconds they would be in the far future. */
const firstMilliseconds = 100_000_000_000;

/** Parses a timestamp header, in seconds or milliseconds, as Unix time in milliseconds. */
export function parseTimestamp(header: string | undefined): number {
  if (!header?.trim()) throw new WebhookError("timestamp_missing", "There is no timestamp");
  if (!/^\d{1,16}(\.\d{1,9})?$/.test(header.trim())) {
    throw new WebhookError("timestamp_malformed", "The timestamp is no Unix time");
  }
  const time = Number(header);
  return time < firstMilliseconds ? time * 1_000 : time;
}

/** Makes webhooks as the vendor posts them. */

import { signWebhook } from "../webhooks/verify.js";
import type { TestCall } from "./world.js";

/** The settings of a webhook at the vendor. */
export interface WebhookSetup {
  /** The secret that signs it. */
  secret: string;
  /** The URL to post it to. Default `"http://localhost/webhooks/ninjahire"`. */
  url?: string | undefined;
  method?: "POST" | "PUT" | "PATCH" | undefined;
  contentType?: "application/json" | "application/x-www-form-urlencoded" | undefined;
  /** The fields to send. Default: all. */
  fields?: readonly string[] | undefined;
  /** The timestamp, as Unix time in milliseconds. Default: the machine's time. */
  timestampMs?: number | undefined;
}

/** The signed webhook of a call. */
export async function webhookOf(call: TestCall, setup: WebhookSetup): Promise<Request> {
  const {
    secret,
    url = "http://localhost/webhooks/ninjahire",
    method = "POST",
    contentType = "application/json",
    fields,
    timestampMs = Date.now(),
  } = setup;
  const sent = Object.entries(call).filter(([name]) => fields?.includes(name) ?? true);
  const body =
    contentType === "application/json"
      ? JSON.stringify(Object.fromEntries(sent))
      : new URLSearchParams(
          sent.map(([name, value]) => [
            name,
            typeof value === "string" ? value : JSON.stringify(value),
          ]),
        ).toString();
  const signature = await signWebhook(body, { secret, timestampMs });
  return new Request(url, { method, body, headers: { "content-type": contentType, ...signature } });
}

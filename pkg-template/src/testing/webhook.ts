/** Webhooks as the vendor posts them. */

import { signWebhook } from "../webhooks/verify.js";
import type { TestCall } from "./world.js";

/** A webhook's set-up, as the tenant has it. */
export interface WebhookSetup {
  /** What it is signed with. */
  secret: string;
  /** Where it is posted to. Default `"http://localhost/webhooks/ninjahire"`. */
  url?: string | undefined;
  method?: "POST" | "PUT" | "PATCH" | undefined;
  contentType?: "application/json" | "application/x-www-form-urlencoded" | undefined;
  /** The fields that are sent. Default: all. */
  fields?: readonly string[] | undefined;
  /** When it is sent, as Unix time in milliseconds. Default: the clock of the machine. */
  timestampMs?: number | undefined;
}

/** The webhook of a call, signed. */
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

/** The built package's webhooks, and deliveries as the vendor makes them. */

import { createHmac } from "node:crypto";
import { pathToFileURL } from "node:url";
import { packaged } from "../../proxy/helpers/package.mjs";

export const {
  WebhookError,
  createWebhookHandler,
  nodeWebhookHandler,
  signWebhook,
  verifyWebhook,
} = await import(pathToFileURL(packaged("webhooks/index.node.js")).href);

export const secret = "whsec_5f2b9c1e";

/** Uses Node's HMAC, so that the same code does not sign and verify. */
export const hmac = (body, key = secret) => createHmac("sha256", key).update(body).digest("hex");

export const nowInSeconds = () => String(Math.floor(Date.now() / 1_000));

/** The headers of a delivery. `signed` is the text that the vendor signed: usually the body. */
export const headersFor = (signed, more) => ({
  "content-type": "application/json",
  "x-ninjahire-signature": hmac(signed),
  "x-ninjahire-timestamp": nowInSeconds(),
  ...more,
});

/** A delivery; a header that is `undefined` is left out. */
export function delivery(body, { signed = body, method = "POST", headers = {} } = {}) {
  const all = Object.entries(headersFor(signed, headers)).filter(
    ([, value]) => value !== undefined,
  );
  return new Request("https://ats.example/webhooks/ninjahire", { method, body, headers: all });
}

/** A handler that records its calls. */
export function listening(options) {
  const events = [];
  const errors = [];
  const handler = createWebhookHandler({
    secret,
    onCall: (event) => void events.push(event),
    onError: (error) => void errors.push(error),
    ...options,
  });
  return { handler, events, errors };
}

/** Status and result of an answer. */
export async function outcome(response) {
  return [response.status, (await response.json()).result];
}

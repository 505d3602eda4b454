/**
 * Verifies and decodes the vendor's webhooks, and handles each once.
 *
 * @example
 * import { createWebhookHandler } from "ninjahire-calls/webhooks";
 * export const POST = createWebhookHandler({
 *   secret: process.env.NINJAHIRE_WEBHOOK_SECRET,
 *   onCall: async ({ call }) => await refresh(call.call_id),
 * });
 *
 * @module
 */

export type { WebhookCall } from "./decode.js";
export { WebhookError, type WebhookErrorCode } from "./error.js";
export {
  createWebhookHandler,
  type WebhookHandler,
  type WebhookHandlerOptions,
} from "./handler.js";
export { nodeWebhookHandler, type NodeWebhookRequest, type NodeWebhookResponse } from "./node.js";
export type { WebhookSecret } from "./signature.js";
export {
  signWebhook,
  verifyWebhook,
  type VerifyOptions,
  type WebhookEvent,
  type WebhookHeaders,
} from "./verify.js";

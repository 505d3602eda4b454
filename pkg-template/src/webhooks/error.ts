/** Why a webhook was refused. */
export type WebhookErrorCode =
  | "body_too_large"
  /** The body is neither a JSON object nor a form, although it is signed. */
  | "body_unreadable"
  | "signature_missing"
  | "signature_malformed"
  | "signature_mismatch"
  | "timestamp_missing"
  | "timestamp_malformed"
  /** The timestamp is more than `toleranceMs` from now. */
  | "timestamp_not_fresh";

/** The error for a refused webhook. Do not trust the webhook's content. */
export class WebhookError extends Error {
  override readonly name = "WebhookError";

  constructor(
    /** The reason. It is stable: check this, not the message. */
    readonly code: WebhookErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** Why a webhook was refused. */
export type WebhookErrorCode =
  | "body_too_large"
  /** Neither a JSON object nor a form, though it may well be signed. */
  | "body_unreadable"
  | "signature_missing"
  | "signature_malformed"
  | "signature_mismatch"
  | "timestamp_missing"
  | "timestamp_malformed"
  /** Older, or further ahead, than `toleranceMs`. */
  | "timestamp_not_fresh";

/** A webhook that was refused: do not trust its content. */
export class WebhookError extends Error {
  override readonly name = "WebhookError";

  constructor(
    /** The reason. It is stable: branch on this, not on the message. */
    readonly code: WebhookErrorCode,
    message: string,
  ) {
    super(message);
  }
}

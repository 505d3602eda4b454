import { startDeadline } from "../proxy/deadline.js";
import { memoryStore } from "../proxy/memory-store.js";
import { type Awaitable, type ProxyStore, promptStore } from "../proxy/store.js";
import { WebhookError } from "./error.js";
import { type Inbox, createInbox } from "./inbox.js";
import { type WebhookSecret, checkSecret } from "./signature.js";
import {
  type WebhookEvent,
  defaultMaxBytes,
  defaultToleranceMs,
  tooLarge,
  verifyWebhook,
} from "./verify.js";

export interface WebhookHandlerOptions {
  /** The webhook's secret. The vendor makes it optional; this handler requires it. */
  secret: WebhookSecret | undefined;
  /**
   * Called once for each event, and again only where it has failed. Treat the event as a hint: read
   * the call again before you act on it.
   */
  onCall: (event: WebhookEvent) => Awaitable<unknown>;
  /** The store of handled events, shared by all servers. Default: in this process. */
  store?: ProxyStore | undefined;
  /** How far the timestamp may be from now, in milliseconds. `Infinity` ignores it. Default 5 minutes. */
  toleranceMs?: number | undefined;
  /** The longest body, in bytes. Default 4 MiB. */
  maxBytes?: number | undefined;
  /** How long an event is remembered, in milliseconds. Default 30 days. */
  rememberMs?: number | undefined;
  /** The time allowed for `onCall`, in milliseconds. After that it counts as failed. Default 5 minutes. */
  timeoutMs?: number | undefined;
  /** How long after a process has stopped another delivery may handle its event, in milliseconds. Default 1 minute. */
  leaseMs?: number | undefined;
  /** The longest wait for one answer of the store, in milliseconds. Default 2,000. */
  storeTimeoutMs?: number | undefined;
  /**
   * Called with the errors of `onCall` and the store, and with the `WebhookError` of each refusal.
   * By default errors go to `console.error`, and refusals are not logged: strangers could fill a
   * log with them.
   */
  onError?: ((error: unknown) => void) | undefined;
}

/** Answers a webhook. Never rejects. */
export type WebhookHandler = (
  request: Request,
  context?: { waitUntil?: (work: Promise<unknown>) => void } | object,
) => Promise<Response>;

const methods = ["POST", "PUT", "PATCH"];
/** The longest wait for another delivery of the same event, and for a body, in milliseconds. */
const waitMs = 10_000;
const bodyTimeoutMs = 30_000;

/**
 * Makes a handler that calls `onCall` once for each webhook with a good signature.
 *
 * @throws {TypeError} with the name of the missing or wrong option.
 * @example
 * const handler = createWebhookHandler({
 *   secret: process.env.NINJAHIRE_WEBHOOK_SECRET,
 *   onCall: async ({ call }) => await refresh(call.call_id),
 * });
 * export const POST = handler;
 */
export function createWebhookHandler(options: WebhookHandlerOptions): WebhookHandler {
  const { onCall, toleranceMs = defaultToleranceMs, maxBytes = defaultMaxBytes } = options;
  const { rememberMs = 30 * 86_400_000, leaseMs = 60_000, storeTimeoutMs = 2_000 } = options;
  const { timeoutMs = 300_000 } = options;
  const secret = checkSecret(options.secret);
  check(typeof onCall === "function", "onCall is required");
  check(toleranceMs >= 0 && maxBytes > 0, "toleranceMs and maxBytes must be numbers");
  check(
    rememberMs > 0 && [leaseMs, storeTimeoutMs, timeoutMs].every((ms) => ms > 0 && ms < 2 ** 31),
    "rememberMs, leaseMs, storeTimeoutMs and timeoutMs are milliseconds",
  );
  const callOnError = options.onError ?? logUnlessRefusal;
  const onError = (error: unknown) => {
    try {
      Promise.resolve(callOnError(error) as unknown).catch(() => {});
    } catch {
      // There is no caller to report this to.
    }
  };
  // Entries are small, and only signed events add one. So there may be many.
  const store = promptStore(
    options.store ?? memoryStore({ maxEntries: 1_000_000 }),
    storeTimeoutMs,
  );
  const inbox = createInbox({ store, leaseMs, rememberMs, waitMs, onError });

  const callInTime = async (event: WebhookEvent) => {
    const deadline = startDeadline(timeoutMs, undefined, "onCall took too long");
    try {
      await deadline.within(onCall(event));
    } finally {
      deadline.end();
    }
  };
  const verify = async (request: Request) => {
    const body = await readBody(request, maxBytes);
    return verifyWebhook(body, request.headers, { secret, toleranceMs, maxBytes });
  };

  return async (request, context) => {
    try {
      if (!methods.includes(request.method)) {
        return answer(405, "method", { allow: methods.join(", ") });
      }
      const event = await verify(request);
      const work = handle(inbox, event, callInTime, onError);
      waitUntil(context, work);
      return await work;
    } catch (error) {
      onError(error);
      // Any other failure may be temporary, so the vendor should send the webhook again.
      if (!(error instanceof WebhookError)) return answer(500, "failed");
      return answer(statusOf(error), error.code);
    }
  };
}

function logUnlessRefusal(error: unknown): void {
  if (!(error instanceof WebhookError)) console.error(error);
}

function check(isValid: boolean, message: string): void {
  if (!isValid) throw new TypeError(`createWebhookHandler: ${message}`);
}

/** Never rejects. */
async function handle(
  inbox: Inbox,
  event: WebhookEvent,
  onCall: WebhookHandlerOptions["onCall"],
  onError: (error: unknown) => void,
): Promise<Response> {
  let hasFailed = false;
  try {
    const receipt = await inbox.receive(event.id, async () => {
      try {
        await onCall(event);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    });
    return receipt === "busy" ? askToRetry(503, "busy") : answer(200, receipt);
  } catch (error) {
    onError(error);
    return hasFailed ? askToRetry(500, "failed") : askToRetry(503, "store");
  }
}

function waitUntil(context: object | undefined, work: Promise<unknown>): void {
  try {
    (context as { waitUntil?: (work: Promise<unknown>) => void } | undefined)?.waitUntil?.(work);
  } catch {
    // The work goes on without it.
  }
}

function statusOf({ code }: WebhookError): number {
  if (code === "body_too_large") return 413;
  return code === "body_unreadable" ? 400 : 401;
}

/** An answer with one word, which only the vendor's log shows. */
const answer = (status: number, result: string, headers?: Record<string, string>) =>
  Response.json({ result }, { status, headers: { "cache-control": "no-store", ...headers } });

const askToRetry = (status: number, result: string) =>
  answer(status, result, { "retry-after": "30" });

/** The whole body, if it is no longer than `maxBytes` and does not trickle in for ever. */
async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const timer = setTimeout(() => reader.cancel().catch(() => {}), bodyTimeoutMs);
  try {
    for (let chunk; !(chunk = await reader.read()).done;) {
      size += chunk.value.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk.value);
    }
  } finally {
    clearTimeout(timer);
    reader.cancel().catch(() => {});
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.byteLength;
  }
  return body;
}

/** The owner's second check: of every call in an answer, before the proxy sends the answer. */

import type { Asked } from "./routes.js";
import type { Awaitable } from "./store.js";

/**
 * Decides whether the browser may get a call. It is called for each call of an answer, with the
 * call as the API sent it. Anything but `true` replaces the whole answer by a 403.
 */
export type AuthorizeResponse = (
  call: Record<string, unknown>,
  context: ResponseContext,
) => Awaitable<boolean>;

/** The request, and who sent it. */
export type ResponseContext = Asked & { request: Request; caller?: string };

/** Whether every one of these calls may be seen. Never rejects. */
export type CallCheck = (
  calls: Iterable<Record<string, unknown>>,
  context: ResponseContext,
) => Promise<boolean>;

export function createCallCheck(
  authorizeResponse: AuthorizeResponse,
  onError: (error: unknown) => void,
): CallCheck {
  return async (calls, context) => {
    for (const call of calls) {
      try {
        if ((await authorizeResponse(call, context)) !== true) return false;
      } catch (error) {
        onError(error);
        return false;
      }
    }
    return true;
  };
}

/** The calls of an answer. `undefined` where the answer has another shape, and cannot be checked. */
export function answeredCalls(
  body: unknown,
  route: Asked["route"],
): Record<string, unknown>[] | undefined {
  const items = route === "screeningResults" ? (isObject(body) ? body.data : undefined) : [body];
  return Array.isArray(items) && items.every(isObject) ? items : undefined;
}

/** Fields that only a call has. */
const callFields = ["call_id", "call_status", "transcript", "call_summary", "recording_url"];

/** Every object in a body that looks like a call, at any depth. */
export function callsIn(body: unknown): Record<string, unknown>[] {
  const calls: Record<string, unknown>[] = [];
  const waiting = [body];
  // No recursion, because a deeply nested body would overflow the stack. The loop appends to its own list.
  for (const value of waiting) {
    if (Array.isArray(value)) for (const item of value) waiting.push(item);
    if (!isObject(value)) continue;
    if (callFields.some((name) => Object.hasOwn(value, name))) calls.push(value);
    for (const item of Object.values(value)) waiting.push(item);
  }
  return calls;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The owner's second decision: on every call in an answer, before the answer goes out. */

import type { Asked } from "./routes.js";
import type { Awaitable } from "./store.js";

/**
 * Decides on a call before it is handed out: `call` is the call as the API has it, of a listing
 * each one. Anything but `true` withholds the whole answer with a 403.
 */
export type AuthorizeResponse = (
  call: Record<string, unknown>,
  context: ResponseContext,
) => Awaitable<boolean>;

/** What was asked, and by whom. */
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

/** The calls that an answer consists of; `undefined` where it has another shape, and cannot be checked. */
export function answeredCalls(
  body: unknown,
  route: Asked["route"],
): Record<string, unknown>[] | undefined {
  const items = route === "screeningResults" ? (isObject(body) ? body.data : undefined) : [body];
  return Array.isArray(items) && items.every(isObject) ? items : undefined;
}

/** Fields that only a call has. */
const callFields = ["call_id", "call_status", "transcript", "call_summary", "recording_url"];

/** Every object in a body that looks like a call, at any depth, expected there or not. */
export function callsIn(body: unknown): Record<string, unknown>[] {
  const calls: Record<string, unknown>[] = [];
  const waiting = [body];
  // Without recursion: a deeply nested body would overflow the stack. The loop appends to its own list.
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

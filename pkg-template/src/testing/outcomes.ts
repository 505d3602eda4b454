/** The outcomes of a dial, by name. */

import type { FaultAction } from "./faults.js";

const html = "<!doctype html><title>Sign in</title><h1>Sign in</h1>";

/**
 * The outcomes of a dial, as faults. The vendor documents only success, so these are the answers
 * that HTTP allows and the client distinguishes.
 */
const actions = {
  /** It rings, and the answer says so. */
  placed: {},
  /** It rings, and the answer lacks the `call_id`. */
  placed_without_id: { merge: { call_id: null } },
  /** It rings, and the answer is an empty 204. */
  placed_without_body: { noContent: true },
  /** 401. Nothing rings. */
  unauthenticated: { status: 401 },
  /** 403. Nothing rings. */
  forbidden: { status: 403 },
  /** 404. Nothing rings. */
  not_found: { status: 404 },
  /** 409. Nothing rings. */
  conflict: { status: 409 },
  /** 422. Nothing rings. */
  refused: { status: 422 },
  /** 429 with `Retry-After: 2`. Nothing rings. */
  rate_limited: { status: 429, headers: { "retry-after": "2" } },
  /** It rings, and the answer is a 500. The client cannot know whether it rang. */
  server_error: { status: 500, rings: true },
  /** It does not ring, and the answer is a 503. The client cannot know whether it rang. */
  unavailable: { status: 503 },
  /** It rings, and a gateway answers 504, because its time was over. */
  gateway_timeout: { status: 504, rings: true },
  /** It rings, and the connection breaks before the answer. */
  reset: { reset: "headers" },
  /** The connection breaks before the request arrives. Nothing rings, but the client cannot know that. */
  unreached: { reset: "headers", rings: false },
  /** It rings, and the answer is cut off in the middle. */
  cut_off: { reset: "body" },
  /** It rings, and there is never an answer: the client's `timeoutMs` ends the wait. */
  silent: { stall: "headers" },
  /** It does not ring: the answer is a redirect. */
  redirected: { redirectTo: "/elsewhere" },
  /** It does not ring: a gateway answers 200 with its login page. */
  login_page: { rings: false, body: html, contentType: "text/html" },
} satisfies Record<string, FaultAction>;

/** The outcome of a dial. */
export type DialOutcome = keyof typeof actions;

/** All outcomes, for tests that loop over them. */
export const dialOutcomes = Object.freeze(Object.keys(actions)) as readonly DialOutcome[];

/** The outcome as a fault. */
export function outcomeAction(outcome: DialOutcome): FaultAction {
  if (!Object.hasOwn(actions, outcome)) {
    throw new TypeError(`there is no dial outcome ${String(outcome)}: ${dialOutcomes.join(", ")}`);
  }
  return actions[outcome];
}

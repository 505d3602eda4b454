/** Who may do what: the owner's decision. What is not a clear yes is a no. */

import { type Answer, Refusal, problem, refuse } from "./answer.js";
import type { Deadline } from "./deadline.js";
import { type Filters, isFilter, isValue } from "./query.js";
import type { Asked } from "./routes.js";
import type { Awaitable } from "./store.js";

/** What {@link Authorize} may answer. */
export type Decision =
  /** Yes, or no: 403. */
  | boolean
  /** No, in your own words: a status from 400 on. */
  | Response
  /** No, with a reason that the client's error carries. */
  | {
      /** `no_consent`, `outside_hours`, or a reason of yours. */
      refuse: "no_consent" | "outside_hours" | (string & {});
      /** What people are to read. */
      message?: string | undefined;
    }
  /** Yes, and this much more, at least one of the two. */
  | {
      /** Who asks: the rate limit is theirs, and so is the answer to a decision. A user's id, say. */
      caller?: string;
      /** Forced onto a listing: another value of the same filter is refused. */
      filters?: Filters;
    };

/**
 * Decides on a request. It sees the request as it came, with cookies and headers, and what it asks
 * for. What it throws is a 403, and goes to `onError` only.
 *
 * A browser may send one request twice, so say the same to both: never let the answer depend on
 * whether this candidate was already called. `redialGuardMs` is for that.
 */
export type Authorize = (request: Request, asked: Asked) => Awaitable<Decision>;

/**
 * Lets everyone do everything. For a demo on your own machine.
 *
 * @example
 * createProxy({ apiKey, upstream: "http://127.0.0.1:8081", authorize: allowAnyone });
 */
export const allowAnyone: Authorize = () => true;

export const forbidden = (): Answer => problem(403, "forbidden", "This is not allowed");

/** Says who asks, or rejects with the refusal: a {@link Refusal} or the owner's `Response`. */
export type Gate = (request: Request, asked: Asked, deadline: Deadline) => Promise<string>;

/** `checksCalls`: whether `authorizeResponse` looks at every call that goes out. */
export function createGate(
  authorize: Authorize,
  checksCalls: boolean,
  onError: (error: unknown) => void,
): Gate {
  return async (request, asked, deadline) => {
    try {
      const decision = await deadline.within(authorize(request, asked));
      return applyDecision(decision, asked, checksCalls);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      // A status below 400 would tell the client that the call was placed.
      if (error instanceof Response && error.status >= 400) throw error;
      onError(error);
      throw new Refusal(forbidden());
    }
  };
}

/** The caller's name. Throws a refusal, or an error that only the owner may see. */
function applyDecision(decision: unknown, asked: Asked, checksCalls: boolean): string {
  if (decision === true) return "";
  if (typeof decision !== "object" || decision === null) throw new Refusal(forbidden());
  if (decision instanceof Response) throw decision;
  if ("refuse" in decision) throw withReason(decision);
  // Neither field: perhaps a `Response` of another library.
  if (!("caller" in decision || "filters" in decision)) throw new Refusal(forbidden());
  // `{ caller: session?.userId }` without a session must not be taken for a yes.
  const { caller = "", filters } = decision as { caller?: unknown; filters?: unknown };
  if (typeof caller !== "string" || ("caller" in decision && !caller)) {
    throw new TypeError("authorize: caller is blank");
  }
  if ("filters" in decision) applyFilters(filters, asked, checksCalls);
  return caller;
}

/** A refusal with its reason. One that cannot be shown is a plain 403. */
function withReason(decision: { refuse: unknown; message?: unknown }): Refusal {
  const { refuse: reason, message } = decision;
  if (!isValue(reason) || !(message === undefined || typeof message === "string")) {
    throw new TypeError("authorize: refuse must be a reason, and message a text");
  }
  const detail = message?.slice(0, 1_000);
  return refuse(403, "refused", "This call was refused", detail, undefined, { reason });
}

/** A filter that cannot be enforced is a mistake to report, not one to overlook. */
function applyFilters(filters: unknown, asked: Asked, checksCalls: boolean): void {
  const { route, params, query } = asked;
  const entries = Object.entries(filters ?? {});
  // No filter at all is a mistake too: the listing would show everything.
  for (const [name, value] of entries.length ? entries : [["", undefined] as const]) {
    // A filter cannot limit a request for one call: an id does not say whose call it is.
    const isEnforceable =
      route === "screeningResults" ||
      (route === "callDetails" ? checksCalls : name === "application_id");
    if (!isFilter(name) || !isValue(value) || !isEnforceable) {
      throw new TypeError(
        `authorize: filters.${name} is unknown, blank, or cannot be enforced on ${route} (see authorizeResponse)`,
      );
    }
    if (route === "screeningResults") query[name] ??= value;
    const asks = route === "instantCall" ? params.application_id : query[name];
    if (route !== "callDetails" && asks !== value) throw new Refusal(forbidden());
  }
}

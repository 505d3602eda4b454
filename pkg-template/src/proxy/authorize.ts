/** The owner's decision about a request. Anything but a clear yes counts as a no. */

import { type Answer, Refusal, problem, refuse } from "./answer.js";
import type { Deadline } from "./deadline.js";
import { type Filters, isFilter, isValue } from "./query.js";
import type { Asked } from "./routes.js";
import type { Awaitable } from "./store.js";

/** The result of {@link Authorize}. */
export type Decision =
  /** Yes; or no, which gives a 403. */
  | boolean
  /** No, with a custom response. Its status must be 400 or more. */
  | Response
  /** No, with a reason, which becomes the `reason` of the client's error. */
  | {
      /** `no_consent`, `outside_hours`, or a custom reason. */
      refuse: "no_consent" | "outside_hours" | (string & {});
      /** The message for the user. */
      message?: string | undefined;
    }
  /** Yes, with at least one of these two fields. */
  | {
      /** Who sends the request, such as a user's id. Rate limits are per caller, and only this caller sees the answer to a decision. */
      caller?: string;
      /** Filters that are added to a listing. A request with another value of the same filter is refused. */
      filters?: Filters;
    };

/**
 * Decides on a request. It gets the browser's request, with cookies and headers, and its route and
 * parameters. An exception gives a 403, and its details go only to `onError`.
 *
 * A browser may send one request twice, so both must get the same decision. It must not depend on
 * whether this candidate was already called; `redialGuardMs` is for that.
 */
export type Authorize = (request: Request, asked: Asked) => Awaitable<Decision>;

/**
 * Allows everything to everyone. Use it only for a demo on your machine.
 *
 * @example
 * createProxy({ apiKey, upstream: "http://127.0.0.1:8081", authorize: allowAnyone });
 */
export const allowAnyone: Authorize = () => true;

export const forbidden = (): Answer => problem(403, "forbidden", "This is not allowed");

/** Returns the caller, or rejects with the refusal: a {@link Refusal} or the owner's `Response`. */
export type Gate = (request: Request, asked: Asked, deadline: Deadline) => Promise<string>;

/** `checksCalls`: whether `authorizeResponse` checks every call in an answer. */
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

/** Returns the caller. Throws a refusal, or an error that only the owner may see. */
function applyDecision(decision: unknown, asked: Asked, checksCalls: boolean): string {
  if (decision === true) return "";
  if (typeof decision !== "object" || decision === null) throw new Refusal(forbidden());
  if (decision instanceof Response) throw decision;
  if ("refuse" in decision) throw refusalWithReason(decision);
  // An object without these fields may be the `Response` of another library.
  if (!("caller" in decision || "filters" in decision)) throw new Refusal(forbidden());
  // `{ caller: session?.userId }` without a session must not count as a yes.
  const { caller = "", filters } = decision as { caller?: unknown; filters?: unknown };
  if (typeof caller !== "string" || ("caller" in decision && !caller)) {
    throw new TypeError("authorize: caller is blank");
  }
  if ("filters" in decision) applyFilters(filters, asked, checksCalls);
  return caller;
}

/** The refusal for a decision with a reason. Throws where the reason is invalid; that gives a plain 403. */
function refusalWithReason(decision: { refuse: unknown; message?: unknown }): Refusal {
  const { refuse: reason, message } = decision;
  if (!isValue(reason) || !(message === undefined || typeof message === "string")) {
    throw new TypeError("authorize: refuse must be a reason, and message a text");
  }
  const detail = message?.slice(0, 1_000);
  return refuse(403, "refused", "This call was refused", detail, undefined, { reason });
}

/** Adds the owner's filters to a listing. Throws where a filter cannot be enforced, because that is a mistake. */
function applyFilters(filters: unknown, asked: Asked, checksCalls: boolean): void {
  const { route, params, query } = asked;
  const entries = Object.entries(filters ?? {});
  // An empty object is a mistake too: the listing would show everything.
  for (const [name, value] of entries.length ? entries : [["", undefined] as const]) {
    // The id of a call does not show whose call it is, so only `authorizeResponse` can check it.
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

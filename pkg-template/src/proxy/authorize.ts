/** Who may: the owner's word, and what we make of it. Whatever is not a clear yes is a no. */

import { refuse } from "./answer.js";
import type { Deadline } from "./deadline.js";
import type { Settings } from "./options.js";
import { type Filters, filterNames, isValue } from "./query.js";
import type { Asked } from "./routes.js";
import type { Awaitable } from "./store.js";

/** What {@link Authorize} may answer. */
export type Decision =
  /** Yes, or no: 403. */
  | boolean
  /** No, in your own words: a status from 400 on. */
  | Response
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
 * Decides on a call before it is handed out: `call` is the call as the API has it, of a listing
 * each one. Anything but `true` withholds the whole answer with a 403.
 */
export type AuthorizeResponse = (
  call: Record<string, unknown>,
  context: Asked & { request: Request; caller?: string },
) => Awaitable<boolean>;

/**
 * Lets everyone do everything. For a demo on your own machine.
 *
 * @example
 * createProxy({ apiKey, upstream: "http://127.0.0.1:8081", authorize: allowAnyone });
 */
export const allowAnyone: Authorize = () => true;

export const forbidden = (): Response => refuse(403, "forbidden", "This is not allowed");

/** Who asks, once they may. Throws the refusal where they may not. */
export async function authorized(
  { authorize, authorizeResponse, onError }: Settings,
  request: Request,
  asked: Asked,
  deadline: Deadline,
): Promise<string> {
  try {
    const decision = await deadline.within(authorize(request, asked));
    return applyDecision(decision, asked, Boolean(authorizeResponse));
  } catch (error) {
    // A lower status, taken for an answer, would say that a call was placed.
    if (error instanceof Response && error.status >= 400) throw error;
    onError(error);
    throw forbidden();
  }
}

/** Throws the refusal as a `Response`; anything else that it throws is for the owner to know. */
function applyDecision(decision: unknown, asked: Asked, checksCalls: boolean): string {
  if (decision === true) return "";
  if (typeof decision !== "object" || decision === null) throw forbidden();
  if (decision instanceof Response) throw decision;
  // Some other library's `Response`, say.
  if (!("caller" in decision || "filters" in decision)) throw forbidden();
  // `{ caller: session?.userId }` without a session must not be taken for a yes.
  const { caller = "", filters } = decision as { caller?: unknown; filters?: unknown };
  if (typeof caller !== "string" || ("caller" in decision && !caller)) {
    throw new TypeError("authorize: caller is blank");
  }
  if ("filters" in decision) applyFilters(filters, asked, checksCalls);
  return caller;
}

/** A filter that cannot be enforced is a mistake to tell of, not one to overlook. */
function applyFilters(filters: unknown, asked: Asked, checksCalls: boolean): void {
  const { route, params, query } = asked;
  const entries = Object.entries(filters ?? {});
  // None at all is a mistake too: it would show everything.
  for (const [name, value] of entries.length ? entries : [[]]) {
    // An id does not say whose it is.
    const isEnforceable =
      route === "screeningResults" ||
      (route === "callDetails" ? checksCalls : name === "application_id");
    if (!filterNames.includes(name as never) || !isValue(value) || !isEnforceable) {
      throw new TypeError(
        `authorize: filters.${name} is unknown, blank, or not to be enforced on ${route} (see authorizeResponse)`,
      );
    }
    if (route === "screeningResults") query[name] ??= value;
    const its = route === "instantCall" ? params.application_id : query[name];
    if (route !== "callDetails" && its !== value) throw forbidden();
  }
}

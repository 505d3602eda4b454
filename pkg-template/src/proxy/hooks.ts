/** Hooks for the owner, such as for an audit trail, or to store who owns a call. */

import type { Asked, RouteName } from "./routes.js";
import type { Awaitable } from "./store.js";

/** A call was placed. A repeated request of the same decision is not reported again. */
export interface PlacedEvent {
  /** `null` where the API did not send it. */
  callId: string | null;
  applicationId: string;
  /** The caller that `authorize` returned. */
  caller: string | undefined;
  request: Request;
}

/** A listing or a call was sent to the browser. */
export interface ReadEvent {
  route: RouteName;
  params: Asked["params"];
  query: Asked["query"];
  caller: string | undefined;
  request: Request;
}

/** A request was answered with a status of 400 or more. That includes a dial with an unknown outcome. */
export interface RefusedEvent {
  status: number;
  /** The name of the problem, where it is one of the proxy's: `rate-limit`, `dial-outcome-unknown`. */
  type: string | undefined;
  /** The route, where the request was for one of the three. */
  route: RouteName | undefined;
  params: Asked["params"];
  caller: string | undefined;
  request: Request;
}

/** Hooks, which run after the answer is made. They cannot change or delay it. */
export interface HookOptions {
  onPlaced?: ((event: PlacedEvent) => Awaitable<unknown>) | undefined;
  onRead?: ((event: ReadEvent) => Awaitable<unknown>) | undefined;
  onRefused?: ((event: RefusedEvent) => Awaitable<unknown>) | undefined;
}

/** The known facts of a request when it is answered. */
export interface Visit {
  request: Request;
  asked?: Asked;
  caller?: string;
  /** The call that the request placed, with the API's id. */
  placed?: { callId: string | null };
  status: number;
  problem?: string;
}

/** Calls the hook for an answered request. */
export type Report = (visit: Visit, waitUntil: (work: Promise<unknown>) => void) => void;

export function createReport(hooks: HookOptions, onError: (error: unknown) => void): Report {
  return (visit, waitUntil) => {
    const hook = hookFor(hooks, visit);
    if (!hook) return;
    // The hook runs in a later task, so that a slow hook does not delay the answer.
    const later = new Promise((resolve) => setTimeout(resolve, 0));
    waitUntil(later.then(hook).catch(onError));
  };
}

function hookFor(hooks: HookOptions, visit: Visit): (() => Awaitable<unknown>) | undefined {
  const { onPlaced, onRead, onRefused } = hooks;
  const { asked, request, placed, status, problem } = visit;
  const caller = visit.caller || undefined;
  if (status >= 400) {
    const event = {
      status,
      type: problem,
      route: asked?.route,
      params: asked?.params ?? {},
      caller,
      request,
    };
    return onRefused && (() => onRefused(event));
  }
  if (asked?.route === "instantCall") {
    const { application_id: applicationId } = asked.params;
    return placed && onPlaced && (() => onPlaced({ ...placed, applicationId, caller, request }));
  }
  if (!asked) return undefined;
  const { route, params, query } = asked;
  return onRead && (() => onRead({ route, params, query, caller, request }));
}

/** Events for the owner: for an audit trail, or to remember who owns a call. */

import type { Asked, RouteName } from "./routes.js";
import type { Awaitable } from "./store.js";

/** A call was placed. A repeated request of the same decision is not reported again. */
export interface PlacedEvent {
  /** `null` where the API did not say. */
  callId: string | null;
  applicationId: string;
  /** Who `authorize` said it was. */
  caller: string | undefined;
  request: Request;
}

/** A listing or a call was handed out. */
export interface ReadEvent {
  route: RouteName;
  params: Asked["params"];
  query: Asked["query"];
  caller: string | undefined;
  request: Request;
}

/** A request was answered with a status from 400 on, a dial whose outcome is unknown included. */
export interface RefusedEvent {
  status: number;
  /** The name of the problem (`rate-limit`, `dial-outcome-unknown`), where it is one of the proxy's. */
  type: string | undefined;
  /** What was asked for, where that is one of the three routes. */
  route: RouteName | undefined;
  params: Asked["params"];
  caller: string | undefined;
  request: Request;
}

/** Run after the answer was made: they can neither change nor delay it. */
export interface HookOptions {
  onPlaced?: ((event: PlacedEvent) => Awaitable<unknown>) | undefined;
  onRead?: ((event: ReadEvent) => Awaitable<unknown>) | undefined;
  onRefused?: ((event: RefusedEvent) => Awaitable<unknown>) | undefined;
}

/** What is known of a request by the time it is answered. */
export interface Visit {
  request: Request;
  asked?: Asked;
  caller?: string;
  /** The call that it placed, with the id that the API gave. */
  placed?: { callId: string | null };
  status: number;
  problem?: string;
}

/** Reports a request that was answered. */
export type Report = (visit: Visit, waitUntil: (work: Promise<unknown>) => void) => void;

export function createReport(hooks: HookOptions, onError: (error: unknown) => void): Report {
  return (visit, waitUntil) => {
    const hook = hookFor(hooks, visit);
    if (!hook) return;
    // In a later task: by then the answer is on its way, however long the hook takes to return.
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

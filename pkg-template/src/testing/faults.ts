/** Faults: which request gets a wrong answer, and which one. */

import type { RouteName } from "../proxy/routes.js";

/** The requests that a fault matches. A field that is not set matches everything. */
export interface FaultMatch {
  route?: RouteName | undefined;
  /** Only dials for this application. */
  applicationId?: string | undefined;
  /** The HTTP method. */
  method?: string | undefined;
  /** A part of the path. */
  pathContains?: string | undefined;
  /** A part of the query. */
  queryContains?: string | undefined;
}

/** The effect of a fault on an answer. Fields may be combined. */
export interface FaultAction {
  /**
   * Whether a dial rings before the fault. Default: false with `redirectTo` or a `status` of 300 or
   * more, otherwise true.
   */
  rings?: boolean | undefined;
  /** The wait before the answer, in milliseconds, by `setTimeout`. A dial rings before it. */
  delayMs?: number | undefined;
  /** The status. From 400 on the body is a problem, below that it is the true one. */
  status?: number | undefined;
  /** Headers to set; `null` removes one. */
  headers?: Readonly<Record<string, string | null>> | undefined;
  /** Replaces the true body: a string unchanged, any other value as JSON. */
  body?: unknown;
  contentType?: string | undefined;
  /** A JSON merge patch (RFC 7386) on the true body: `null` removes a field. */
  merge?: Readonly<Record<string, unknown>> | undefined;
  /** The same on items of a listing, by index: `{ 3: { call_score: "87" } }`. */
  mergeItems?: Readonly<Record<number, Readonly<Record<string, unknown>>>> | undefined;
  /** Whether to answer with an empty 204. */
  noContent?: boolean | undefined;
  /** Answers with a 307 to this address. */
  redirectTo?: string | undefined;
  /** Never sends the answer (`"headers"`), or stops in the middle of the body (`"body"`). */
  stall?: "headers" | "body" | undefined;
  /** Breaks the connection before the answer (`"headers"`), or in the middle of its body (`"body"`). */
  reset?: "headers" | "body" | undefined;
}

/** A fault of the test API. */
export interface Fault {
  match?: FaultMatch | undefined;
  /** How many requests it applies to. `Infinity`: until `reset()`. Default 1. */
  times?: number | undefined;
  /** How many matching requests are answered normally first. Default 0. */
  after?: number | undefined;
  action: FaultAction;
}

/** The properties of a request that a fault can match. */
export interface Seen {
  route: RouteName | null;
  applicationId: string | null;
  method: string;
  path: string;
  query: string;
}

/** The queue of faults. */
export class Faults {
  #queue: { fault: Fault; times: number; after: number }[] = [];

  add(fault: Fault): void {
    checkFault(fault);
    this.#queue.push({ fault, times: fault.times ?? 1, after: fault.after ?? 0 });
  }

  clear(): void {
    this.#queue = [];
  }

  /** The number of faults that are not used up. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** The action for a request: that of the first matching fault whose `after` is used up. */
  next(seen: Seen): FaultAction | undefined {
    for (const queued of this.#queue) {
      if (!fits(queued.fault.match ?? {}, seen)) continue;
      if (queued.after > 0) {
        queued.after -= 1;
        continue;
      }
      queued.times -= 1;
      if (queued.times <= 0) this.#queue = this.#queue.filter((other) => other !== queued);
      return queued.fault.action;
    }
    return undefined;
  }
}

const actionNames: Record<keyof FaultAction, true> = {
  rings: true,
  delayMs: true,
  status: true,
  headers: true,
  body: true,
  contentType: true,
  merge: true,
  mergeItems: true,
  noContent: true,
  redirectTo: true,
  stall: true,
  reset: true,
};

/** Refuses unknown names. A misspelt fault would do nothing, and its test would pass. */
function checkFault({ action, ...rest }: Fault): void {
  if (typeof action !== "object" || action === null) throw new TypeError("fault: needs an action");
  const allowed: Record<string, readonly string[]> = {
    "": ["match", "times", "after"],
    "match.": ["route", "applicationId", "method", "pathContains", "queryContains"],
    "action.": Object.keys(actionNames),
  };
  for (const [prefix, part] of Object.entries({
    "": rest,
    "match.": rest.match,
    "action.": action,
  })) {
    const unknown = Object.keys(part ?? {}).find((name) => !allowed[prefix]!.includes(name));
    if (unknown !== undefined) throw new TypeError(`fault: there is no \`${prefix}${unknown}\``);
  }
  const { status } = action;
  if (status !== undefined && !(Number.isInteger(status) && status >= 200 && status <= 599)) {
    throw new TypeError("fault: action.status must be from 200 to 599");
  }
}

function fits(match: FaultMatch, seen: Seen): boolean {
  return (
    (match.route === undefined || match.route === seen.route) &&
    (match.applicationId === undefined || match.applicationId === seen.applicationId) &&
    (match.method === undefined || match.method.toUpperCase() === seen.method) &&
    seen.path.includes(match.pathContains ?? "") &&
    seen.query.includes(match.queryContains ?? "")
  );
}

/** Whether a dial with this fault rings. */
export const ringsDespite = ({ rings, redirectTo, status = 200 }: FaultAction): boolean =>
  rings ?? (redirectTo === undefined && status < 300);

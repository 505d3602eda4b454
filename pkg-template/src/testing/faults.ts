/** Which request is answered wrongly, and how. */

import type { RouteName } from "../proxy/routes.js";

/** Which requests a fault is for. What is not said matches anything. */
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

/** What is done to an answer. Several may be combined. */
export interface FaultAction {
  /**
   * Whether a dial rings before it goes wrong. Default: not with a `redirect` or a `status` from
   * 300 on; else it does.
   */
  rings?: boolean | undefined;
  /** Waits before the answer, in milliseconds, by `setTimeout`; a dial has rung already. */
  delayMs?: number | undefined;
  /** From 400 on with a problem body, below it with the true body. */
  status?: number | undefined;
  /** Headers to set; `null` takes one away. */
  headers?: Readonly<Record<string, string | null>> | undefined;
  /** In place of the true body: a string as it is, anything else as JSON. */
  body?: unknown;
  contentType?: string | undefined;
  /** A JSON merge patch (RFC 7386) on the true body: `null` takes a field away. */
  merge?: Readonly<Record<string, unknown>> | undefined;
  /** The same on items of a listing, by index: `{ 3: { call_score: "87" } }`. */
  mergeItems?: Readonly<Record<number, Readonly<Record<string, unknown>>>> | undefined;
  /** 204. */
  noContent?: boolean | undefined;
  /** 307 to this address. */
  redirectTo?: string | undefined;
  /** Never answers (`"headers"`), or never goes on in the middle of the body (`"body"`). */
  stall?: "headers" | "body" | undefined;
  /** The connection breaks before the answer (`"headers"`), or in the middle of its body. */
  reset?: "headers" | "body" | undefined;
}

/** A fault, as a test writes it. */
export interface Fault {
  match?: FaultMatch | undefined;
  /** How many requests it is for. Default 1; `Infinity`: until `reset()`. */
  times?: number | undefined;
  /** How many matching requests go untouched first. Default 0. */
  after?: number | undefined;
  action: FaultAction;
}

/** What a fault can match on. */
export interface Seen {
  route: RouteName | null;
  applicationId: string | null;
  method: string;
  path: string;
  query: string;
}

/** The queue that tests fill. */
export class Faults {
  #queue: { fault: Fault; times: number; after: number }[] = [];

  add(fault: Fault): void {
    checkFault(fault);
    this.#queue.push({ fault, times: fault.times ?? 1, after: fault.after ?? 0 });
  }

  clear(): void {
    this.#queue = [];
  }

  /** How many are waiting. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** What to do to this request: the first fault that fits and has waited long enough. */
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

/** A fault with a slip in it would do nothing, and its test would pass. */
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

/** Whether a dial that meets this fault rings. */
export const ringsDespite = ({ rings, redirectTo, status = 200 }: FaultAction): boolean =>
  rings ?? (redirectTo === undefined && status < 300);

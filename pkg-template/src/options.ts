/** What a client and its methods can be told. */

import type { NinjaHireErrorCode } from "./errors.js";
import type { DecodeIssue } from "./generated/types.js";

/** Names the endpoints in `routes` and in events. */
export type Endpoint = "instantCall" | "callDetails" | "screeningResults";

/** The endpoints' templates: a method, a space, and a path or query with the placeholder. */
export interface Routes {
  /** Default: `POST /applications/{application_id}/instant-call`. */
  instantCall?: string;
  /** Default: `GET /calls/{call_id}`. */
  callDetails?: string;
  /** Default: `GET /calls`. */
  screeningResults?: string;
}

/** A client's settings. */
export interface ClientOptions {
  /**
   * Where requests go: your proxy (`/api/ninjahire`), which holds the key. Default: the vendor,
   * `https://api.ninjahire.co`.
   */
  baseUrl?: string;
  /** Gives a token for *your proxy*; called once per need. Without it, cookies speak for the user. */
  token?: () => string | Promise<string>;
  /** The vendor's API key, for servers and scripts. It cannot be read back. */
  apiKey?: string;
  /** Lets `apiKey` be used in a browser, where everyone who opens the page can read it. */
  dangerouslyAllowBrowser?: boolean;
  /** The vendor prints no paths: the defaults are an assumption, and can be overridden here. */
  routes?: Routes;
  /** Called instead of the global `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
  /** Whether cookies go along; the browser's default is `same-origin`. */
  credentials?: RequestCredentials;
  /** Headers to add to every request. */
  headers?: Record<string, string>;
  /** The time allowed for one method call, in milliseconds, waits and the whole body included. Default 30,000. */
  timeoutMs?: number;
  /** How often a read is tried again; a dial never is. Default 2. */
  retries?: number;
  /** The longest `Retry-After` that is waited out, in milliseconds. Default 60,000. */
  maxRetryAfterMs?: number;
  /** The longest answer that is read, in bytes. Default 64 MiB. */
  maxResponseBytes?: number;
  /** How long after a dial another for the same application is refused, in milliseconds; 0 turns it off. Default 60,000. */
  redialGuardMs?: number;
  /** Whether dials carry an `Idempotency-Key`. Default: to a proxy yes, to the vendor no. */
  idempotencyKey?: boolean;
  /** Throw at the first field that is not as the vendor's page promises, instead of telling it in `decode_issues`. */
  strict?: boolean;
  /** Told of every step, without key, ids or a word of a call. What it throws is ignored. */
  onEvent?: (event: ClientEvent) => void;
}

/** What one read may differ in from its client's settings. */
export interface ReadOptions {
  /** Ends it at once; it then rejects with the signal's own reason. */
  signal?: AbortSignal;
  /** The time allowed, in milliseconds. */
  timeoutMs?: number;
  /** How often it is tried again. */
  retries?: number;
  /** The longest `Retry-After` that is waited out, in milliseconds. */
  maxRetryAfterMs?: number;
  /** Throw at the first field that is not as the vendor's page promises. */
  strict?: boolean;
}

/** What one dial may differ in from its client's settings. */
export interface DialOptions {
  /** Ends the wait at once. A request that is on its way is left alone: taking it back stops no phone. */
  signal?: AbortSignal;
  /** The time allowed, in milliseconds. */
  timeoutMs?: number;
  /** The `redialToken` of a `RedialGuardError`: says that a second call is meant. */
  redial?: string;
}

/** How a call is followed. */
export interface WatchOptions {
  /** Ends it at once; it then rejects with the signal's own reason. */
  signal?: AbortSignal;
  /** The time allowed in all, in milliseconds, time asleep included. Default 30 minutes. */
  timeoutMs?: number;
  /** `"ended"` (default): the call is over. `"assessed"`: it has a score or a summary too, or it failed. */
  until?: "ended" | "assessed";
  /** The shortest time between two looks, in milliseconds. Default 1,000. */
  minIntervalMs?: number;
  /** The longest time between two looks, in milliseconds. Default 10,000. */
  maxIntervalMs?: number;
  /** How long a call that is not found is taken for one that is not there yet, in milliseconds. Default 30,000. */
  notFoundGraceMs?: number;
}

/** What requests of one's own are made from. */
export interface RequestsOptions {
  /** As a client's. */
  baseUrl?: string;
  /** As a client's. */
  routes?: Routes;
}

/** A request to send by other means. It has no key: add that where it is kept. */
export interface PreparedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
}

interface Asked {
  endpoint: Endpoint;
  method: string;
  /** The route's template, without ids. */
  route: string;
}

/** One step of a client's work. */
export type ClientEvent =
  | ({ type: "request"; attempt: number } & Asked)
  | ({
      type: "response";
      attempt: number;
      status: number;
      /** From sending to the headers, in milliseconds. */
      durationMs: number;
      requestId: string | null;
    } & Asked)
  | ({
      type: "retry";
      attempt: number;
      /** The failed attempt's error. */ code: NinjaHireErrorCode;
    } & Asked)
  | ({ type: "wait"; waitMs: number } & Asked)
  | { type: "poll"; /** How often the call was looked at before. */ polls: number }
  | ({ type: "decode_issue" } & Asked & Pick<DecodeIssue, "path" | "expected">);

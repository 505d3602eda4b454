/**
 * The error classes. Every error of this package is a {@link NinjaHireError}. Its `code` identifies
 * it even where `instanceof` fails: across bundles and realms.
 */

import type { ErrorCode } from "./generated/types.js";

/**
 * The codes of errors. Each has a class, except three that a caller can only report or retry:
 * `start_failed`, `not_started` and `crashed`. An aborted call rejects with the signal's reason,
 * and has no code.
 */
export type NinjaHireErrorCode = Exclude<ErrorCode, "aborted">;

/** An error as the core returns it. */
interface Report {
  code: ErrorCode;
  message: string;
  cause?: unknown;
  [field: string]: unknown;
}

/** Any error of this package. */
export class NinjaHireError extends Error {
  /** A stable name for the kind of error. */
  readonly code: NinjaHireErrorCode;
  /** The endpoint of the request, where there was one: `callDetails`. */
  declare readonly endpoint?: "instantCall" | "callDetails" | "screeningResults";
  /** The HTTP method. */
  declare readonly method?: string;
  /** The route's template, without ids: `/calls/{call_id}`. */
  declare readonly route?: string;
  /** The HTTP status, where there was an answer. */
  declare readonly status?: number;
  /** The id that the server gave the request. Its operators find the request by it. */
  declare readonly requestId?: string;

  constructor(report: { code: NinjaHireErrorCode; message: string; cause?: unknown }) {
    const { code, message, cause, ...fields } = report;
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    Object.assign(this, fields);
  }

  override get name(): string {
    return "NinjaHireError";
  }
}

/** An argument or option was refused before anything was sent. */
export class InvalidRequestError extends NinjaHireError {
  /** The argument, by the vendor's name, or the option: `application_id`, `routes.callDetails`. */
  declare readonly param: string;
  override get name(): string {
    return "InvalidRequestError";
  }
}

/** The server answered with a status outside 200–299. The base class of the more specific errors below. */
export class HttpError extends NinjaHireError {
  declare readonly status: number;
  /** `title` of a problem body. */
  declare readonly title?: string;
  /** `detail` of a problem body, or a summary of an HTML or text body. */
  declare readonly detail?: string;
  /**
   * Why the proxy's `authorize` refused: `"no_consent"`, `"outside_hours"`, or a custom reason.
   * `detail` has the message for the user.
   */
  declare readonly reason?: "no_consent" | "outside_hours" | (string & {});
  /** `Retry-After`, in milliseconds from now. */
  declare readonly retryAfterMs?: number;
  override get name(): string {
    return "HttpError";
  }
}

/** 401, or the `token` function returned no token. Check the key in the proxy, or the token. */
export class AuthenticationError extends HttpError {
  override get name(): string {
    return "AuthenticationError";
  }
}

/** 403: this user or key may not see it. */
export class PermissionError extends HttpError {
  override get name(): string {
    return "PermissionError";
  }
}

/** 404: the id or the assumed route does not exist. */
export class NotFoundError extends HttpError {
  override get name(): string {
    return "NotFoundError";
  }
}

/** 429: too many requests; `retryAfterMs` says how long to wait. */
export class RateLimitError extends HttpError {
  override get name(): string {
    return "RateLimitError";
  }
}

/** 5xx: the server failed. */
export class ServerError extends HttpError {
  override get name(): string {
    return "ServerError";
  }
}

/** No answer came: the network, CORS or the Content-Security-Policy is at fault. The browser's console says which. */
export class ConnectionError extends NinjaHireError {
  override get name(): string {
    return "ConnectionError";
  }
}

/** The whole answer did not arrive within `timeoutMs`. */
export class DeadlineError extends NinjaHireError {
  /** The time allowed, in milliseconds. */
  declare readonly timeoutMs: number;
  override get name(): string {
    return "DeadlineError";
  }
}

/** The answer is not what the vendor's page promises, and cannot be used. */
export class DecodeError extends NinjaHireError {
  /** The position, as a JSON path: `data[3].call_score`; empty for the whole answer. */
  declare readonly path: string;
  /** The expected value: `an integer 0–100`. */
  declare readonly expected: string;
  /** The actual value, as JSON text. */
  declare readonly found: string;
  override get name(): string {
    return "DecodeError";
  }
}

/**
 * The dial was sent and no answer came back that can be trusted: **the candidate's phone may be
 * ringing**. Do not dial again; check with `listScreeningResults({ application_id })`.
 */
export class DialOutcomeUnknownError extends NinjaHireError {
  /** The application that the call is for. */
  declare readonly applicationId: string;
  override get name(): string {
    return "DialOutcomeUnknownError";
  }
}

/**
 * Another tab or client is dialling this candidate now, or the browser does not answer whether one
 * is. Nothing was sent.
 */
export class DialPendingError extends NinjaHireError {
  /** The application that the call is for. */
  declare readonly applicationId: string;
  override get name(): string {
    return "DialPendingError";
  }
}

/** This candidate was called, or may have been, a moment ago. Nothing was sent. */
export class RedialGuardError extends NinjaHireError {
  /** The application that the call is for. */
  declare readonly applicationId: string;
  /** Pass it as `redial`, once the user has confirmed the second call. */
  declare readonly redialToken: string;
  /** The earlier call, where its id is known. */
  declare readonly callId: string | null;
  /** How long the guard still holds, in milliseconds. */
  declare readonly remainingMs: number;
  override get name(): string {
    return "RedialGuardError";
  }
}

/** The browser has no WebAssembly (iOS Lockdown Mode, hardened browsers), or the page's policy forbids it. */
export class WebAssemblyUnavailableError extends NinjaHireError {
  override get name(): string {
    return "WebAssemblyUnavailableError";
  }
}

type WithoutClass = "aborted" | "start_failed" | "not_started" | "crashed";

const classes = {
  invalid_request: InvalidRequestError,
  http: HttpError,
  authentication: AuthenticationError,
  permission: PermissionError,
  not_found: NotFoundError,
  rate_limit: RateLimitError,
  server: ServerError,
  connection: ConnectionError,
  deadline: DeadlineError,
  decode: DecodeError,
  dial_outcome_unknown: DialOutcomeUnknownError,
  dial_pending: DialPendingError,
  redial_guard: RedialGuardError,
  webassembly_unavailable: WebAssemblyUnavailableError,
} satisfies Record<Exclude<ErrorCode, WithoutClass>, typeof NinjaHireError>;

/** The error for an argument or option that is refused before the wasm has started. */
export function invalid(param: string, problem: string): InvalidRequestError {
  return new InvalidRequestError({
    code: "invalid_request",
    message: `\`${param}\` ${problem}`,
    param,
  } as ConstructorParameters<typeof InvalidRequestError>[0]);
}

/** Converts the core's plain error into one of its class. For an abort it returns the signal's reason. */
export function toError(thrown: unknown): unknown {
  if (!isReport(thrown)) return thrown;
  const { code } = thrown;
  if (code === "aborted") return thrown.cause;
  const report = { ...thrown, code };
  if ("cause" in report) report.cause = toError(report.cause);
  return new (code in classes ? classes[code as keyof typeof classes] : NinjaHireError)(report);
}

function isReport(thrown: unknown): thrown is Report {
  return (
    typeof thrown === "object" &&
    thrown !== null &&
    !(thrown instanceof Error) &&
    typeof (thrown as Report).code === "string"
  );
}

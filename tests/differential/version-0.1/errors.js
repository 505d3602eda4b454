/**
 * The error family. Every error of this package is a {@link NinjaHireError}; `code` says which,
 * also where `instanceof` cannot (another bundle, another realm).
 */
/** Any error of this package. */
export class NinjaHireError extends Error {
    /** A stable name for the kind of error. */
    code;
    constructor(report) {
        const { code, message, cause, ...fields } = report;
        super(message, cause === undefined ? undefined : { cause });
        this.code = code;
        Object.assign(this, fields);
    }
    get name() {
        return "NinjaHireError";
    }
}
/** An argument or option was refused before anything was sent. */
export class InvalidRequestError extends NinjaHireError {
    get name() {
        return "InvalidRequestError";
    }
}
/** The server answered with a status outside 200–299. The base of the more telling ones below. */
export class HttpError extends NinjaHireError {
    get name() {
        return "HttpError";
    }
}
/** 401, or the `token` function gave none. Check the key where it is kept, or the token. */
export class AuthenticationError extends HttpError {
    get name() {
        return "AuthenticationError";
    }
}
/** 403: this user or key may not see it. */
export class PermissionError extends HttpError {
    get name() {
        return "PermissionError";
    }
}
/** 404: the id, or the assumed route, is not there. */
export class NotFoundError extends HttpError {
    get name() {
        return "NotFoundError";
    }
}
/** 429: too many requests; `retryAfterMs` says how long to wait. */
export class RateLimitError extends HttpError {
    get name() {
        return "RateLimitError";
    }
}
/** 5xx. */
export class ServerError extends HttpError {
    get name() {
        return "ServerError";
    }
}
/** No answer: the network, CORS or the Content-Security-Policy. The browser's console says which. */
export class ConnectionError extends NinjaHireError {
    get name() {
        return "ConnectionError";
    }
}
/** `timeoutMs` was over before the whole answer was there. */
export class DeadlineError extends NinjaHireError {
    get name() {
        return "DeadlineError";
    }
}
/** The answer is not what the vendor's page promises, and cannot be used. */
export class DecodeError extends NinjaHireError {
    get name() {
        return "DecodeError";
    }
}
/**
 * The request to ring went out and no trustworthy answer came back: **the candidate's phone may be
 * ringing**. Do not ring again; look with `listScreeningResults({ application_id })`.
 */
export class DialOutcomeUnknownError extends NinjaHireError {
    get name() {
        return "DialOutcomeUnknownError";
    }
}
/** Another tab or client is ringing this candidate right now. Nothing was sent. */
export class DialPendingError extends NinjaHireError {
    get name() {
        return "DialPendingError";
    }
}
/** This candidate was rung, or may have been, a moment ago. Nothing was sent. */
export class RedialGuardError extends NinjaHireError {
    get name() {
        return "RedialGuardError";
    }
}
/** There is no WebAssembly here at all (iOS Lockdown Mode, hardened browsers), or the page forbids it. */
export class WebAssemblyUnavailableError extends NinjaHireError {
    get name() {
        return "WebAssemblyUnavailableError";
    }
}
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
};
/** The error that the core speaks of; for an abort, the signal's own reason, whatever it is. */
export function toError(thrown) {
    if (!isReport(thrown))
        return thrown;
    const { code } = thrown;
    if (code === "aborted")
        return thrown.reason;
    const report = { ...thrown, code };
    if ("cause" in report)
        report.cause = toError(report.cause);
    return new (code in classes ? classes[code] : NinjaHireError)(report);
}
function isReport(thrown) {
    return (typeof thrown === "object" &&
        thrown !== null &&
        !(thrown instanceof Error) &&
        typeof thrown.code === "string");
}

/** Place, follow and read NinjaHire screening calls. */
export { parseQuestions, parseSummary } from "./assessment.js";
export { NinjaHireClient, ScreeningResults } from "./client.js";
export { AuthenticationError, ConnectionError, DeadlineError, DecodeError, DialOutcomeUnknownError, DialPendingError, HttpError, InvalidRequestError, NinjaHireError, NotFoundError, PermissionError, RateLimitError, RedialGuardError, ServerError, WebAssemblyUnavailableError, } from "./errors.js";
export { configure, getCallDetails, initiateInstantCall, listScreeningResults, } from "./functions.js";
export { init } from "./instance.js";
export { decode, requests } from "./own-http.js";
export { parseTranscript } from "./transcript.js";

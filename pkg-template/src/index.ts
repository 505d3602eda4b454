/** Place, follow and read NinjaHire screening calls. */

export { parseQuestions, parseSummary } from "./assessment.js";
export { type CallUpdate, NinjaHireClient, ScreeningResults } from "./client.js";
export {
  AuthenticationError,
  ConnectionError,
  DeadlineError,
  DecodeError,
  DialOutcomeUnknownError,
  DialPendingError,
  HttpError,
  InvalidRequestError,
  NinjaHireError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  RedialGuardError,
  ServerError,
  WebAssemblyUnavailableError,
} from "./errors.js";
export type { NinjaHireErrorCode } from "./errors.js";
export {
  configure,
  getCallDetails,
  initiateInstantCall,
  listScreeningResults,
} from "./functions.js";
export type {
  CallDetails,
  CallDirection,
  CallStatus,
  DecodeIssue,
  InstantCall,
  NinjaHireIntelligence,
  QuestionRow,
  Questions,
  ReadingProblem,
  ScreeningReport,
  ScreeningResult,
  ScreeningResultsFilters,
  ScreeningResultsPage,
  ScreeningResultsRequest,
  Summary,
  SummaryRow,
} from "./generated/types.js";
export { init } from "./instance.js";
export type * from "./options.js";
export { type Body, decode, requests } from "./own-http.js";
export { type Role, type TranscriptOptions, type Turn, parseTranscript } from "./transcript.js";
export type { InitSource } from "./wasm.js";

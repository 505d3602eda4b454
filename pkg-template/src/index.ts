/** Place, follow and read NinjaHire screening calls. */

export { parseQuestions, parseSummary } from "./assessment.js";
export { type CallUpdate, NinjaHireClient, ScreeningResults, type Stale } from "./client.js";
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
  CallChange,
  CallDetails,
  CallDirection,
  CallStatus,
  ClientEvent,
  ClientOptions,
  Credentials,
  DecodeIssue,
  DialOptions,
  Endpoint,
  InstantCall,
  NinjaHireIntelligence,
  QuestionRow,
  Questions,
  ReadOptions,
  ReadingProblem,
  RequestsOptions,
  Role,
  Routes,
  ScreeningReport,
  ScreeningResult,
  ScreeningResultsFilters,
  ScreeningResultsPage,
  ScreeningResultsRequest,
  Summary,
  SummaryRow,
  Until,
  WatchOptions,
} from "./generated/types.js";
export { init } from "./instance.js";
export { type Body, type PreparedRequest, decode, requests } from "./own-http.js";
export { type TranscriptOptions, TranscriptReader, parseTranscript } from "./transcript.js";
export type { Turn } from "./turn.js";
export type { InitSource } from "./wasm.js";

/**
 * What the elements import from the core. Only this module imports it, so that the bundle has one
 * import.
 */

export {
  NinjaHireClient,
  TranscriptReader,
  init,
  parseQuestions,
  parseSummary,
  parseTranscript,
} from "../../index.js";

/** What the elements use of the core: asked for in one place, so that the bundle has one import. */

export {
  NinjaHireClient,
  TranscriptReader,
  init,
  parseQuestions,
  parseSummary,
  parseTranscript,
} from "../../index.js";

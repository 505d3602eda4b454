/**
 * Search, statistics, masking, evidence and exports of a transcript. They are in a second wasm,
 * which is loaded when the first of these functions is called. Functions that parse a call use the
 * core's wasm too.
 */

export {
  type FormatLabel,
  type TranscriptFormat,
  type TranscriptShape,
  detectFormat,
} from "./format.js";
export type { Evidence, MaskedKind, SpeakerStats, TranscriptStats } from "../generated/types.js";
export type { InitSource } from "../wasm.js";
export { type EvidenceQuestion, linkEvidence } from "./evidence.js";
export {
  type CallFileOptions,
  type CsvOptions,
  type WebVttOptions,
  callToHtml,
  callToMarkdown,
  resultsToCsv,
  turnsToText,
  turnsToWebVtt,
} from "./files.js";
export { initReading } from "./instance.js";
export {
  type MaskOptions,
  type MaskedItem,
  type MaskedTurns,
  type TurnGroup,
  groupTurns,
  maskContactDetails,
  transcriptStats,
} from "./turns.js";
export { type SearchOptions, type TurnRange, searchTranscript } from "./search.js";

/** What the second wasm exports, as wasm-bindgen's glue gives it. */

import type { Glue } from "../wasm.js";

export interface ReadingExports extends Glue {
  callToHtml(call: unknown, options: unknown): string;
  callToMarkdown(call: unknown, options: unknown): string;
  detectFormat(transcript: unknown, options: unknown): unknown;
  groupTurns(turns: unknown): unknown;
  linkEvidence(turns: unknown, questions: unknown): unknown;
  maskContactDetails(turns: unknown, options: unknown): unknown;
  resultsToCsv(results: unknown, options: unknown): string;
  searchAgain(query: unknown, options: unknown): Float64Array;
  searchTranscript(turns: unknown, query: unknown, options: unknown): Float64Array;
  transcriptStats(turns: unknown): unknown;
  turnsToText(turns: unknown): string;
  turnsToWebVtt(turns: unknown, options: unknown): string;
}

/**
 * The second wasm: search, evidence, masking and exports are loaded when one of them is
 * first wanted. There is no second implementation: what cannot be loaded is said, and can be tried
 * again.
 */

import type { CallFileOptions } from "../../reading/files.js";
import type { CallDetails, QuestionRow, Turn } from "../../index.js";

/** A place where a query was found, in a turn's text, in UTF-16 units. */
export interface Match {
  turn: number;
  start: number;
  end: number;
}

/** What the elements use of `ninjahire-calls/reading`. @internal */
export interface Reading {
  searchTranscript(turns: readonly Turn[], query: string): Promise<Match[]>;
  linkEvidence(turns: readonly Turn[], questions: readonly QuestionRow[]): Promise<Evidence[]>;
  maskContactDetails(
    turns: readonly { text: string }[],
  ): Promise<{ turns: { text: string }[]; masked: unknown[] }>;
  callToMarkdown(call: CallDetails, options?: CallFileOptions): Promise<string>;
  callToHtml(call: CallDetails, options?: CallFileOptions): Promise<string>;
  turnsToText(turns: readonly Turn[]): Promise<string>;
  turnsToWebVtt(turns: readonly Turn[]): Promise<string>;
}

/** Where a question was asked and answered. @internal */
export interface Evidence {
  /** Which question. */
  question: number;
  asks: Match[];
  answers: Match[];
  basis: string;
  confidence: number;
}

let loading: Promise<Reading> | undefined;
// The module is beside the elements.
const load = (): Promise<Reading> => import("../../reading/index.js");

/** Loads the reading helpers, once; a failure is not remembered. @internal */
export function reading(): Promise<Reading> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

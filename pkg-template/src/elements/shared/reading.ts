/**
 * Loads the second wasm on the first search, evidence, masking or export. There is no fallback in
 * JavaScript: if loading fails, the element says so, and the person can try again.
 */

import type { CallDetails, QuestionRow, Turn } from "../../index.js";
import type { CallFileOptions } from "../../reading/files.js";
import type { Evidence, TurnRange as Match } from "../../reading/index.js";

export type { Evidence, TurnRange as Match } from "../../reading/index.js";

/** What the elements use of `ninjahire-calls/reading`. @internal */
export interface Reading {
  searchTranscript(turns: readonly Turn[], query: string): Promise<Match[]>;
  linkEvidence(turns: readonly Turn[], questions: readonly QuestionRow[]): Promise<Evidence[]>;
  maskContactDetails(
    turns: readonly { text: string }[],
  ): Promise<{ turns: { text: string }[]; masked: Match[] }>;
  callToMarkdown(call: CallDetails, options?: CallFileOptions): Promise<string>;
  callToHtml(call: CallDetails, options?: CallFileOptions): Promise<string>;
  turnsToText(turns: readonly Turn[]): Promise<string>;
  turnsToWebVtt(turns: readonly Turn[]): Promise<string>;
}

let loading: Promise<Reading> | undefined;
// The module is in a folder beside the elements.
const load = (): Promise<Reading> => import("../../reading/index.js");

/** Loads the reading helpers once. After a failure, the next call tries again. @internal */
export function reading(): Promise<Reading> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

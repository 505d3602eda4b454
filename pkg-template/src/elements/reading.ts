/**
 * The door to the second wasm: search, evidence, masking and exports are loaded when one of them is
 * first wanted. There is no second implementation: what cannot be loaded is said, and can be tried
 * again.
 */

import type { CallDetails, ScreeningResult, Turn } from "../index.js";

/** A place where a query was found, in a turn's text, in UTF-16 units. @internal */
export interface Match {
  turn: number;
  start: number;
  end: number;
}

/** What the elements use of `ninjahire-calls/reading`. @internal */
export interface Reading {
  initReading?(): Promise<unknown>;
  searchTranscript(turns: readonly Turn[], query: string): Match[];
  linkEvidence(turns: readonly Turn[], questions: readonly unknown[]): Evidence[];
  maskContactDetails(turns: readonly Turn[]): { turns: Turn[]; items: unknown[] };
  callToMarkdown(call: CallDetails): string;
  callToHtml(call: CallDetails): string;
  turnsToText(turns: readonly Turn[]): string;
  turnsToWebVtt(turns: readonly Turn[]): string;
  resultsToCsv(results: readonly ScreeningResult[]): string;
}

/** Where a question was asked and answered. @internal */
export interface Evidence {
  /** Which question. */
  question: number;
  ask: Match | null;
  answers: Match[];
  confidence: number;
}

let loading: Promise<Reading> | undefined;
// @ts-ignore: the module is put beside the elements by the build.
let load = (): Promise<Reading> => import("../reading/index.js");

/** Loads the reading helpers, once; a failure is not remembered. @internal */
export function reading(): Promise<Reading> {
  loading ??= load()
    .then(async (helpers) => {
      await helpers.initReading?.();
      return helpers;
    })
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

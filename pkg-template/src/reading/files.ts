/**
 * Calls and results as files. What people said is data: nothing in it becomes markup, a script or a
 * spreadsheet formula.
 */

import type { CallDetails, ScreeningResult } from "../generated/types.js";
import type { TranscriptOptions } from "../transcript.js";
import type { Turn } from "../turn.js";
import { run } from "./instance.js";

export interface CallFileOptions extends TranscriptOptions {
  /** The heading, such as the candidate's name; `Call` unless given. */
  title?: string | undefined;
}

/**
 * A call as Markdown (CommonMark): heading, facts, digest, summary, questions and transcript, as
 * far as the call has them.
 *
 * @example
 * await callToMarkdown({ call_id: "c1", call_score: 87 }, { title: "Sam Lee" }); // "# Sam Lee\n\n- Call: c1\n- Score: 87 of 100\n"
 */
export function callToMarkdown(
  call: Partial<CallDetails> | Partial<ScreeningResult>,
  options?: CallFileOptions,
): Promise<string> {
  return run((wasm) => wasm.callToMarkdown(call, options));
}

/**
 * A call as one HTML page: everything in it, no script, nothing loaded from elsewhere, made to be
 * printed.
 *
 * @example
 * const page = await callToHtml({ call_digest: "<script>" }, { title: "Sam Lee" });
 * page.includes("<script>"); // false
 */
export function callToHtml(
  call: Partial<CallDetails> | Partial<ScreeningResult>,
  options?: CallFileOptions,
): Promise<string> {
  return run((wasm) => wasm.callToHtml(call, options));
}

/**
 * Turns as plain text: a clock where there is one, the label, the words, and a blank line between
 * turns. Further lines of a turn are indented, so that none of them can be taken for another turn.
 *
 * @example
 * await turnsToText(parseTranscript("BOT: Hi.\nHUMAN: Hello.")); // "BOT: Hi.\n\nHUMAN: Hello.\n"
 */
export function turnsToText(turns: readonly Turn[]): Promise<string> {
  return run((wasm) => wasm.turnsToText(turns));
}

export interface WebVttOptions {
  /**
   * When the last turn ends, in seconds, such as the recording's length. By default it lasts two
   * seconds, and half a second more for each word.
   */
  end?: number | undefined;
}

/**
 * Turns as WebVTT captions, speakers as `<v>`. A cue lasts from its turn's clock to the next one's;
 * turns without a clock are shown with the turn before them.
 *
 * @throws {InvalidRequestError} where no turn has a clock.
 *
 * @example
 * const turns = parseTranscript("[00:04] BOT: Hi.\n[00:09] HUMAN: Hello.");
 * (await turnsToWebVtt(turns, { end: 12 })).split("\n")[2]; // "00:00:04.000 --> 00:00:09.000"
 */
export function turnsToWebVtt(turns: readonly Turn[], options?: WebVttOptions): Promise<string> {
  return run((wasm) => wasm.turnsToWebVtt(turns, options));
}

export interface CsvOptions {
  /** Begin with a byte order mark: without it, Excel takes the text for another encoding. */
  byteOrderMark?: boolean | undefined;
}

/**
 * Results as CSV (RFC 4180): a header with the wire's names, one record per result. A cell that a
 * spreadsheet would take for a formula gets an apostrophe in front.
 *
 * @param results An array, or anything to iterate over: `client.screeningResults({ job_id })`.
 *
 * @example
 * await resultsToCsv([{ call_id: "c1", call_digest: "=1+1" }]); // ends with "c1,,,,,,,,'=1+1,,,,\r\n"
 */
export async function resultsToCsv(
  results: Iterable<Partial<ScreeningResult>> | AsyncIterable<Partial<ScreeningResult>>,
  options?: CsvOptions,
): Promise<string> {
  let all: unknown = results;
  if (isIterable(results)) {
    const rows = [];
    for await (const result of results) rows.push(result);
    all = rows;
  }
  return run((wasm) => wasm.resultsToCsv(all, options));
}

/** Whether the results are in an iterable. If not, the wasm refuses them with the proper message. */
function isIterable(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    (Symbol.iterator in value || Symbol.asyncIterator in value)
  );
}

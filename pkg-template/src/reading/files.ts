/**
 * Exports calls and results. The words of a call are data: they never become markup, a script or a
 * spreadsheet formula.
 */

import { parseQuestions, parseSummary } from "../assessment.js";
import type { CallDetails, Questions, ScreeningResult, Summary } from "../generated/types.js";
import { core } from "../instance.js";
import { type TranscriptOptions, parseTranscript } from "../transcript.js";
import type { Turn } from "../turn.js";
import { type Reading, run } from "./instance.js";

export interface CallFileOptions extends TranscriptOptions {
  /** The heading, such as the candidate's name. Default `Call`. */
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
  return writeReport(call, options, (wasm, { turns, questions, summary }) =>
    wasm.callToMarkdown(call, turns, questions, summary, options),
  );
}

/**
 * A call as one HTML page for printing. It has no script, and loads nothing.
 *
 * @example
 * const page = await callToHtml({ call_digest: "<script>" }, { title: "Sam Lee" });
 * page.includes("<script>"); // false
 */
export function callToHtml(
  call: Partial<CallDetails> | Partial<ScreeningResult>,
  options?: CallFileOptions,
): Promise<string> {
  return writeReport(call, options, (wasm, { turns, questions, summary }) =>
    wasm.callToHtml(call, turns, questions, summary, options),
  );
}

interface Parsed {
  turns: Turn[];
  questions: Questions;
  summary: Summary;
}

/** Parses a call with the core's wasm, and writes it. */
async function writeReport(
  call: Partial<CallDetails> | Partial<ScreeningResult>,
  options: CallFileOptions | undefined,
  write: (wasm: Reading, parsed: Parsed) => string,
): Promise<string> {
  await core.start();
  // Where `call` or `options` is not an object, the wasm refuses it later.
  const { transcript, questions_response, call_summary } = Object(call) as Partial<CallDetails>;
  const { roles } = Object(options) as CallFileOptions;
  const parsed = {
    turns: typeof transcript === "string" ? parseTranscript(transcript, { roles }) : [],
    questions: parseQuestions(questions_response),
    summary: parseSummary(call_summary),
  };
  return run((wasm) => write(wasm, parsed));
}

/**
 * Turns as plain text: for each a timestamp where it has one, the label and the text, with an empty
 * line between turns. `parseTranscript` reads the same turns back. For that, a later line of a turn
 * that has a colon, and so could be taken for a label, is appended to the previous line.
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
   * seconds, and half a second for each word.
   */
  end?: number | undefined;
}

/**
 * Turns as WebVTT captions, with the speakers as `<v>`. A cue lasts from its turn's timestamp to
 * the next turn's. A turn without a timestamp is in the cue of the previous turn.
 *
 * @throws {InvalidRequestError} where no turn has a timestamp.
 *
 * @example
 * const turns = parseTranscript("[00:04] BOT: Hi.\n[00:09] HUMAN: Hello.");
 * (await turnsToWebVtt(turns, { end: 12 })).split("\n")[2]; // "00:00:04.000 --> 00:00:09.000"
 */
export function turnsToWebVtt(turns: readonly Turn[], options?: WebVttOptions): Promise<string> {
  return run((wasm) => wasm.turnsToWebVtt(turns, options));
}

export interface CsvOptions {
  /** Whether to start with a byte order mark. Without it, Excel reads the text in another encoding. Default false. */
  byteOrderMark?: boolean | undefined;
}

/**
 * Results as CSV (RFC 4180): a header with the wire's names, and one record per result. A cell that
 * a spreadsheet would read as a formula gets an apostrophe in front.
 *
 * @param results An array or an iterable, such as `client.screeningResults({ job_id })`.
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

/** Whether a value is iterable. Where it is not, the wasm refuses it with the right message. */
function isIterable(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    (Symbol.iterator in value || Symbol.asyncIterator in value)
  );
}

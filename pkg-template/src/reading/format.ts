/** How a transcript was split. Part of `ninjahire-calls/reading`; the parser is in the core's wasm. */

import type { Role } from "../generated/types.js";
import { core } from "../instance.js";
import type { TranscriptOptions } from "../transcript.js";

/** What tells turns apart in a transcript; see {@link TranscriptFormat}. */
export type TranscriptShape =
  | "lines"
  | "escaped-lines"
  | "bare-lines"
  | "inline"
  | "html"
  | "json"
  | "captions"
  | "chat-template"
  | "unlabelled";

/** How a transcript was split. All ranges are in the transcript, in UTF-16 code units. */
export interface TranscriptFormat {
  /**
   * `lines`: labels with a colon lead lines. `escaped-lines`: the same, with `\n` as two
   * characters. `bare-lines`: labels without a colon. `inline`: the whole call on one line, where
   * one speaker's end is less certain. `html`: block tags end the lines. `json`: arrays or
   * lines of strings, or of objects with a speaker and a text. `captions`: WebVTT or SRT.
   * `chat-template`: markers such as `<|im_start|>user`. `unlabelled`: no label was found.
   */
  shape: TranscriptShape;
  /** The words that were taken for labels, in the order of their appearance, at most 64. */
  labels: FormatLabel[];
  /** How many turns there are. */
  turns: number;
  /** How many of them have a start time. */
  timedTurns: number;
  /** How many timestamps were left out because they run backwards. */
  backwardClocks: number;
  /** Whether there is more around labels than whitespace and a colon. */
  decorated: boolean;
  /** What looks like a label but was taken for speech, at most 100: a page may want to mark it. */
  leftAsSpeech: { start: number; end: number }[];
}

/** A label of a transcript, where it first stands. */
export interface FormatLabel {
  label: string;
  role: Role;
  /** How many turns have it. */
  turns: number;
  start: number;
  end: number;
}

/**
 * Says how `parseTranscript` splits a transcript with the same options, so that a page can show a
 * doubt.
 *
 * @example
 * (await detectFormat("BOT: Hi.\nHUMAN: Hello.")).shape; // "lines"
 */
export function detectFormat(
  transcript: string,
  options?: TranscriptOptions,
): Promise<TranscriptFormat> {
  return core
    .start()
    .then(() => core.runSync("detectFormat", (wasm) => wasm.detectFormat(transcript, options)));
}

/** Describes how a transcript is split. It uses the parser in the core's wasm. */

import type { Role } from "../generated/types.js";
import { core } from "../instance.js";
import type { TranscriptOptions } from "../transcript.js";

/** What separates the turns of a transcript; see {@link TranscriptFormat}. */
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

/** How a transcript is split. All ranges are in the transcript, in UTF-16 code units. */
export interface TranscriptFormat {
  /**
   * `lines`: lines start with labels and a colon. `escaped-lines`: the same, with `\n` as two
   * characters. `bare-lines`: labels without a colon. `inline`: the whole call is on one line, so
   * the ends of turns are less certain. `html`: block tags end the lines. `json`: arrays or lines
   * of strings, or of objects with a speaker and a text. `captions`: WebVTT or SRT.
   * `chat-template`: markers such as `<|im_start|>user`. `unlabelled`: no label was found.
   */
  shape: TranscriptShape;
  /** The labels, in the order of their first turns, at most 64. */
  labels: FormatLabel[];
  /** The number of turns. */
  turns: number;
  /** The number of turns with a start time. */
  timedTurns: number;
  /** The number of timestamps that are ignored because they run backwards. */
  backwardClocks: number;
  /** Whether labels have markup around them, besides whitespace and a colon. */
  decorated: boolean;
  /** Text that looks like a label but is treated as speech, at most 100 ranges. A page may mark it. */
  leftAsSpeech: { start: number; end: number }[];
}

/** A label of a transcript, with the range of its first occurrence. */
export interface FormatLabel {
  label: string;
  role: Role;
  /** The number of turns with this label. */
  turns: number;
  start: number;
  end: number;
}

/**
 * Describes how `parseTranscript` splits a transcript with the same options, so that a page can
 * show where the split is uncertain.
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

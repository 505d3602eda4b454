/** Working with turns: finding, counting, masking, joining. */

import type { MaskedKind, Role, TranscriptStats } from "../generated/types.js";
import type { TranscriptOptions } from "../transcript.js";
import type { Turn } from "../turn.js";
import { type Reading, run } from "./instance.js";

/** A place in a turn's text. */
export interface TurnRange {
  /** Which turn, by its place in the array that was given. */
  turn: number;
  /** Where it starts in that turn's `text`, in UTF-16 code units, as in `Range`. */
  start: number;
  /** Where it ends. */
  end: number;
}

export interface SearchOptions {
  /**
   * Only whole words: `cat` is not found in `concatenate`. Words as Unicode segments them, so in
   * Chinese and Japanese most characters are words of their own.
   */
  wholeWord?: boolean | undefined;
}

/** The texts that an instance was given last to search, and has at hand. */
const searched = new WeakMap<Reading, string[]>();

/** Whether these are the same, compared one by one: nobody keeps a page from changing a turn. */
function areSearched(wasm: Reading, turns: readonly Turn[]): boolean {
  const texts = searched.get(wasm);
  return (
    !!texts &&
    Array.isArray(turns) &&
    turns.length === texts.length &&
    texts.every((text, at) => turns[at]?.text === text)
  );
}

/**
 * Finds every place of `query`, in order, none overlapping another. Case and diacritics do not
 * matter, nor does the way a character is composed: `strasse` finds `Straße`, `jose` finds `José`.
 * Any run of blanks and line breaks is one space, so a phrase is found across lines. A blank query
 * finds nothing.
 *
 * @example
 * await searchTranscript(parseTranscript("BOT: Hi.\nHUMAN: I'm José."), "jose"); // [{ turn: 1, start: 4, end: 8 }]
 */
export async function searchTranscript(
  turns: readonly Turn[],
  query: string,
  options?: SearchOptions,
): Promise<TurnRange[]> {
  const numbers = await run((wasm) => {
    if (areSearched(wasm, turns)) return wasm.searchAgain(query, options);
    searched.delete(wasm);
    const found = wasm.searchTranscript(turns, query, options);
    searched.set(
      wasm,
      turns.map(({ text }) => text),
    );
    return found;
  });
  const found: TurnRange[] = [];
  for (let at = 0; at < numbers.length; at += 3) {
    found.push({ turn: numbers[at]!, start: numbers[at + 1]!, end: numbers[at + 2]! });
  }
  return found;
}

/**
 * Counts what each speaker said: turns, words, characters, questions; seconds where there are
 * clocks.
 *
 * @example
 * const turns = parseTranscript("BOT: How are you?\nHUMAN: Well.");
 * (await transcriptStats(turns)).speakers[0].words; // 3
 */
export function transcriptStats(turns: readonly Turn[]): Promise<TranscriptStats> {
  return run((wasm) => wasm.transcriptStats(turns, countWords));
}

/** Counts words of Thai, Lao, Khmer and Burmese, which only a dictionary can tell apart. */
function countWords(text: string): number | undefined {
  if (typeof Intl !== "object" || !Intl.Segmenter) return undefined;
  const segments = new Intl.Segmenter(undefined, { granularity: "word" }).segment(text);
  return [...segments].filter((segment) => segment.isWordLike).length;
}

export interface MaskOptions {
  /** Terms of your own, such as a name: whole words, whatever their case and diacritics. */
  terms?: readonly string[] | undefined;
  /**
   * What to put in place of everything masked. By default what it was, in brackets: `[email]`,
   * `[phone]`, `[link]`, `[card]`, `[masked]`.
   */
  replacement?: string | undefined;
}

/** Something that was masked, and where it was in the turn's original text. */
export interface MaskedItem extends TurnRange {
  kind: MaskedKind;
}

export interface MaskedTurns {
  /** Copies of the turns with masked texts. Their `start` and `end` are those of the original. */
  turns: Turn[];
  /** What was masked, in order. */
  masked: MaskedItem[];
}

/**
 * Masks e-mail addresses, phone numbers, links, card-like numbers and terms of your own. Dates,
 * scores, years, amounts and ids stay. **This is not anonymisation**: names, employers, addresses
 * and numbers in words (`five five five`) stay, and so does everything else that tells who
 * somebody is. The transcript itself, and the exports made of it, are not masked.
 *
 * @example
 * const turns = parseTranscript("BOT: Hi.\nHUMAN: I'm at sam@example.com.");
 * (await maskContactDetails(turns)).turns[1].text; // "I'm at [email]."
 */
export function maskContactDetails(
  turns: readonly Turn[],
  options?: MaskOptions,
): Promise<MaskedTurns> {
  return run((wasm) => wasm.maskContactDetails(turns, options));
}

/** Turns of one speaker that follow one another. */
export interface TurnGroup {
  role: Role;
  /** The label of the first of them; `null` where there is none. */
  label: string | null;
  /** The very turns that were given; one or more. */
  turns: Turn[];
}

/**
 * Joins what one speaker said in a row, for display: turns that follow one another and have the
 * same role and, but for case, the same label.
 *
 * @example
 * const turns = parseTranscript("BOT: Hi.\nBOT: Are you there?\nHUMAN: Yes.");
 * (await groupTurns(turns)).map((group) => group.turns.length); // [2, 1]
 */
export function groupTurns(turns: readonly Turn[]): Promise<TurnGroup[]> {
  return run((wasm) => wasm.groupTurns(turns));
}

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

/** How a transcript was split. All places are in the transcript, in UTF-16 code units. */
export interface TranscriptFormat {
  /**
   * `lines`: labels with a colon lead lines. `escaped-lines`: the same, with `\n` as two
   * characters. `bare-lines`: labels without a colon. `inline`: the whole call on one line, where
   * one speaker's end is less certain. `html`: block tags end the lines. `json`: arrays or
   * lines of strings, or of objects with a speaker and a text. `captions`: WebVTT or SRT.
   * `chat-template`: markers such as `<|im_start|>user`. `unlabelled`: no label was found.
   */
  shape: TranscriptShape;
  /** The labels that were held for labels, in the order of their appearance, at most 64. */
  labels: FormatLabel[];
  /** How many turns there are. */
  turns: number;
  /** How many of them have a start time. */
  timedTurns: number;
  /** How many clocks were left out because they run backwards. */
  backwardClocks: number;
  /** Whether there is more around labels than blanks and a colon. */
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
  return run((wasm) => wasm.detectFormat(transcript, options));
}

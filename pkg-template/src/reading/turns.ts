/** Working with turns: counting, masking, joining. */

import type { MaskedKind, Role, TranscriptStats } from "../generated/types.js";
import type { Turn } from "../turn.js";
import { run } from "./instance.js";
import type { TurnRange } from "./search.js";

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

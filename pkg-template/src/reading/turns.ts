/** Counts, masks and groups turns. */

import type { MaskedKind, Role, TranscriptStats } from "../generated/types.js";
import type { Turn } from "../turn.js";
import { run } from "./instance.js";
import type { TurnRange } from "./search.js";

/**
 * Counts what each speaker said: turns, words, characters, questions, and seconds where there are
 * timestamps.
 *
 * @example
 * const turns = parseTranscript("BOT: How are you?\nHUMAN: Well.");
 * (await transcriptStats(turns)).speakers[0].words; // 3
 */
export function transcriptStats(turns: readonly Turn[]): Promise<TranscriptStats> {
  return run((wasm) => wasm.transcriptStats(turns, countWords));
}

/** Counts words of Thai, Lao, Khmer and Burmese, which only a dictionary can separate. */
function countWords(text: string): number | undefined {
  if (typeof Intl !== "object" || !Intl.Segmenter) return undefined;
  const segments = new Intl.Segmenter(undefined, { granularity: "word" }).segment(text);
  return [...segments].filter((segment) => segment.isWordLike).length;
}

export interface MaskOptions {
  /** Terms to mask as well, such as a name. They match whole words, without regard to case and diacritics. */
  terms?: readonly string[] | undefined;
  /**
   * The text that replaces each masked detail. By default its kind in brackets: `[email]`,
   * `[phone]`, `[link]`, `[card]`, `[masked]`.
   */
  replacement?: string | undefined;
}

/** A masked detail, with its range in the turn's original text. */
export interface MaskedItem extends TurnRange {
  kind: MaskedKind;
}

export interface MaskedTurns {
  /** Copies of the turns with masked texts. Their `start` and `end` are those of the original turns. */
  turns: Turn[];
  /** The masked details, in order. */
  masked: MaskedItem[];
}

/**
 * Masks e-mail addresses, phone numbers, links, numbers like those of cards, and the given terms.
 * It keeps dates, scores, years, amounts and ids. **This is not anonymisation**: it also keeps
 * names, employers, addresses, numbers in words (`five five five`) and everything else that
 * identifies a person. The transcript itself and its exports are not masked.
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

/** Consecutive turns of one speaker. */
export interface TurnGroup {
  role: Role;
  /** The label of the first turn; `null` where it has none. */
  label: string | null;
  /** One or more of the given turns; they are not copied. */
  turns: Turn[];
}

/**
 * Groups consecutive turns of one speaker for display: turns with the same role, and the same label
 * in any case.
 *
 * @example
 * const turns = parseTranscript("BOT: Hi.\nBOT: Are you there?\nHUMAN: Yes.");
 * (await groupTurns(turns)).map((group) => group.turns.length); // [2, 1]
 */
export function groupTurns(turns: readonly Turn[]): Promise<TurnGroup[]> {
  return run((wasm) => wasm.groupTurns(turns));
}

/** Finds quotations in a text, and where they were said. Pure functions. */

import type { Turn } from "../../index.js";
import type { Match } from "../shared/reading.js";

/** A part of a text. `said` is where the words were spoken, if they are a quotation. */
export interface Piece {
  text: string;
  isQuote: boolean;
  said: Match | undefined;
}

/** Words between quotation marks that are long enough to be a quotation. */
const quoted = /(?<=[“"«„「])[^“”"«»„「」\n]{8,}(?=[”"»“」])/gu;

export function piecesOf(text: string, turns: readonly Turn[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: quote, index } of text.matchAll(quoted)) {
    const said = whereSaid(quote, turns);
    pieces.push({ text: text.slice(from, index), isQuote: false, said: undefined });
    pieces.push({ text: quote, isQuote: true, said });
    from = index + quote.length;
  }
  pieces.push({ text: text.slice(from), isQuote: false, said: undefined });
  return pieces;
}

/** The only turn with exactly these words. Full stops that a quotation adds are ignored. */
function whereSaid(quote: string, turns: readonly Turn[]): Match | undefined {
  const words = quote.trim().replace(/[.,…]+$/u, "");
  for (const { index: turn, text } of turns) {
    const start = text.indexOf(words);
    if (start >= 0) return { turn, start, end: start + words.length };
  }
  return undefined;
}

/** Whether two texts have the same words, whatever the punctuation. */
export function haveSameWords(one: string | null, other: string | undefined): boolean {
  const wordsOf = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ").toLowerCase();
  return !!one && !!other && wordsOf(one) === wordsOf(other);
}

/** The paragraphs of a text. Without line breaks, three sentences make a paragraph. */
export function paragraphsOf(text: string, locale: string | undefined): string[] {
  const given = text.split(/\n\s*\n|\n/u).filter((one) => one.trim());
  if (given.length !== 1 || text.length < 360 || !globalThis.Intl?.Segmenter) return given;
  const segmenter = new Intl.Segmenter(localeOrNone(locale), { granularity: "sentence" });
  const sentences = [...segmenter.segment(text)].map(({ segment }) => segment);
  const paragraphs: string[] = [];
  for (let at = 0; at < sentences.length; at += 3)
    paragraphs.push(
      sentences
        .slice(at, at + 3)
        .join("")
        .trim(),
    );
  return paragraphs;
}

function localeOrNone(locale: string | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}

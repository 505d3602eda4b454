/** Searches turns. */

import { slices } from "../slices.js";
import type { Turn } from "../turn.js";
import { type Reading, generation, run } from "./instance.js";
import { countOf, partOf } from "./parts.js";

/** A range in the text of a turn. */
export interface TurnRange {
  /** The index of the turn in the given array. */
  turn: number;
  /** The start in the turn's `text`, in UTF-16 code units, as in `Range`. */
  start: number;
  /** The end, exclusive. */
  end: number;
}

export interface SearchOptions {
  /**
   * Finds whole words only: `cat` does not match `concatenate`. Unicode defines the words, so in
   * Chinese and Japanese most single characters are words.
   */
  wholeWord?: boolean | undefined;
}

/** Turns that the wasm has folded. When its instance crashes they are lost. */
interface FoldedTurns {
  search: InstanceType<Reading["TurnSearch"]>;
  generation: number;
  /** The texts of the folded turns. */
  texts: string[];
}

/** The turns of the last search. While a user types, each key searches the same turns again. */
let folded: FoldedTurns | undefined;

/** Searches run one after the other, because only one transcript is kept. */
let lastSearch: Promise<unknown> = Promise.resolve();

/**
 * Finds all matches of `query`, in order and without overlaps. It ignores case, diacritics and how
 * characters are composed: `strasse` finds `Straße`, `jose` finds `José`. Each run of whitespace and
 * line breaks counts as one space, so a phrase may continue on the next line. A blank query finds
 * nothing.
 *
 * @example
 * await searchTranscript(parseTranscript("BOT: Hi.\nHUMAN: I'm José."), "jose"); // [{ turn: 1, start: 4, end: 8 }]
 */
export function searchTranscript(
  turns: readonly Turn[],
  query: string,
  options?: SearchOptions,
): Promise<TurnRange[]> {
  const found = lastSearch.then(async () => {
    await fold(turns);
    return rangesOf(await run(() => folded!.search.find(query, options)));
  });
  lastSearch = found.catch(() => {});
  return found;
}

/** Reads three numbers for each match: turn, start, end. */
function rangesOf(numbers: Float64Array): TurnRange[] {
  const found: TurnRange[] = [];
  for (let at = 0; at < numbers.length; at += 3) {
    found.push({ turn: numbers[at]!, start: numbers[at + 1]!, end: numbers[at + 2]! });
  }
  return found;
}

/** Folds the turns, except the first ones where they are folded already. */
async function fold(turns: readonly Turn[]): Promise<void> {
  const pause = slices();
  let known: FoldedTurns | undefined;
  let isDone = false;
  while (!isDone) {
    await run((wasm) => {
      if (!known || known.generation !== generation()) known = keepFolded(wasm, turns);
      const from = known.texts.length;
      const next = partOf(turns, from);
      known.search.fold(from, next);
      known.texts.push(...next.map(({ text }) => text));
      isDone = known.texts.length >= countOf(turns);
    });
    await pause();
  }
}

/**
 * The folded turns that are still right for `turns`. It compares the texts, because a page may change a turn in
 * the same array. It drops all turns from the first difference on.
 */
function keepFolded(wasm: Reading, turns: readonly Turn[]): FoldedTurns {
  if (folded?.generation !== generation()) {
    folded = { search: new wasm.TurnSearch(), generation: generation(), texts: [] };
  }
  const { texts } = folded;
  const changed = texts.findIndex((text, at) => turns?.[at]?.text !== text);
  if (changed >= 0) texts.length = changed;
  return folded;
}

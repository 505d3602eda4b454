/** Finding words in turns. */

import { slices } from "../slices.js";
import type { Turn } from "../turn.js";
import { type Reading, generation, run } from "./instance.js";
import { countOf, partOf } from "./parts.js";

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

/** Turns that the wasm has folded: of an instance that has died they are lost. */
interface FoldedTurns {
  search: InstanceType<Reading["TurnSearch"]>;
  generation: number;
  /** Their texts. */
  texts: string[];
}

/** Those that were searched last: another key mostly searches the same. */
let folded: FoldedTurns | undefined;

/** Searches come one after the other, since there is room for one transcript. */
let lastSearch: Promise<unknown> = Promise.resolve();

/**
 * Finds every place of `query`, in order, none overlapping another. Case and diacritics do not
 * matter, nor does the way a character is composed: `strasse` finds `Straße`, `jose` finds `José`.
 * Any run of blanks and line breaks is one space, so a phrase is found across lines. A blank query
 * finds nothing.
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

/** Three numbers a match: turn, start, end. */
function rangesOf(numbers: Float64Array): TurnRange[] {
  const found: TurnRange[] = [];
  for (let at = 0; at < numbers.length; at += 3) {
    found.push({ turn: numbers[at]!, start: numbers[at + 1]!, end: numbers[at + 2]! });
  }
  return found;
}

/** Folds these turns, but for those at the start that are folded already. */
async function fold(turns: readonly Turn[]): Promise<void> {
  const pause = slices();
  let of: FoldedTurns | undefined;
  let isDone = false;
  while (!isDone) {
    await run((wasm) => {
      if (!of || of.generation !== generation()) of = keepFolded(wasm, turns);
      const from = of.texts.length;
      const next = partOf(turns, from);
      of.search.fold(from, next);
      of.texts.push(...next.map(({ text }) => text));
      isDone = of.texts.length >= countOf(turns);
    });
    await pause();
  }
}

/**
 * What is folded of these turns, compared text by text: nobody keeps a page from changing a turn. The rest of
 * what was folded is dropped.
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

/** Splits turns into parts for the wasm, so that the page can handle events between them. */

import type { Turn } from "../turn.js";

/** The number of turns in one part: a few milliseconds of work. @internal */
export const turnsAtATime = 200;

/** The number of turns. A value that is not an array counts as one part, which the wasm refuses. @internal */
export const countOf = (turns: readonly Turn[]): number =>
  Array.isArray(turns) ? turns.length : 1;

/** The part of the turns that starts at `from`. A value that is not an array is returned unchanged. @internal */
export const partOf = (turns: readonly Turn[], from: number): readonly Turn[] =>
  Array.isArray(turns) ? turns.slice(from, from + turnsAtATime) : turns;

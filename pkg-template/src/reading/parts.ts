/** Turns are given to the wasm part by part, so that a page stays alive. */

import type { Turn } from "../turn.js";

/** How many turns the wasm gets at a time: some milliseconds of work. @internal */
export const turnsAtATime = 200;

/** How many turns there are; what is no array counts as one, for the wasm to refuse. @internal */
export const countOf = (turns: readonly Turn[]): number =>
  Array.isArray(turns) ? turns.length : 1;

/** The next part of the turns; what is no array as it is. @internal */
export const partOf = (turns: readonly Turn[], from: number): readonly Turn[] =>
  Array.isArray(turns) ? turns.slice(from, from + turnsAtATime) : turns;

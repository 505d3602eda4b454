/** Runs in every engine: fetches a corpus, compares the results, and measures. */

import * as decode from "./decode.mjs";
import { difference } from "./difference.mjs";
import { interleave } from "./interleave.mjs";
import * as turns from "./turns.mjs";

const parts = { decode, turns };

/**
 * Returns the milliseconds of every round by contestant. `ours` has the exports of the package, with its
 * wasm started. Throws where two contestants disagree.
 */
export async function measure({ part, kind, script, origin, rounds }, ours) {
  const { contestants: make, comparable } = parts[part];
  const answer = await fetch(`${origin}/corpora/${kind}-${script}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const contestants = make(kind, bytes, ours);
  const [[, baseline], ...others] = Object.entries(contestants);
  const expected = comparable(baseline());
  for (const [name, work] of others) {
    const differs = difference(expected, comparable(work()));
    if (differs) throw new Error(`${name} differs at ${differs} of ${kind}, ${script}`);
  }
  return interleave(contestants, rounds);
}

/** Turns: from a transcript of a megabyte to turns. */

import { median, ratio } from "./statistics.mjs";
import { holds, milliseconds, printTable, times, verdict } from "./print.mjs";

export const corpora = [
  { kind: "turns", script: "ascii" },
  { kind: "turns", script: "mixed" },
];

/** The most that it may take, as a multiple of `matchAll` with two labels. */
const goals = { ascii: 0.8, mixed: 1.1 };

/** Prints the table of `{ engine, kind, script, samples }`; returns whether all goals are held. */
export function print(measured) {
  const verdicts = [];
  const rows = measured.map(({ engine, script, samples }) => {
    const isHeld = holds(ratio(samples["ninjahire-calls"], samples.matchAll), goals[script]);
    verdicts.push(isHeld);
    return [
      engine,
      script,
      times(samples["ninjahire-calls"], samples.matchAll),
      milliseconds(median(samples.matchAll)),
      goals[script].toFixed(2),
      verdict(isHeld),
    ];
  });
  printTable(
    "Turns: parseTranscript on 1 MB of turns of 5 to 35 words, as multiples of matchAll with two labels.",
    ["engine", "corpus", "ninjahire-calls", "matchAll", "at most", "verdict"],
    rows,
  );
  return verdicts.every(Boolean);
}

/** Turns: from a transcript of a megabyte to turns. */

import { holds, milliseconds, times, verdict } from "./cells.mjs";
import { median, ratio } from "./statistics.mjs";

export const corpora = [
  { kind: "turns", script: "ascii" },
  { kind: "turns", script: "mixed" },
];

/** The most that it may take, as a multiple of `matchAll` with two labels. */
const goals = { ascii: 0.8, mixed: 1.1 };

/** The tables of `{ engine, kind, script, samples }`. */
export const tables = (measured) => [
  {
    title: "Turns: 1 MB of turns of 5 to 35 words, as multiples of matchAll with two labels.",
    headings: [
      "engine",
      "corpus",
      "ninjahire-calls",
      "lazy matchAll",
      "matchAll",
      "at most",
      "verdict",
    ],
    rows: measured.map(({ engine, script, samples }) => [
      engine,
      script,
      times(samples["ninjahire-calls"], samples.matchAll),
      times(samples["lazy matchAll"], samples.matchAll),
      milliseconds(median(samples.matchAll)),
      goals[script].toFixed(2),
      verdict(holds(ratio(samples["ninjahire-calls"], samples.matchAll), goals[script])),
    ]),
  },
];

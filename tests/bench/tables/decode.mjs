/** Decode: from the bytes of an answer to validated objects. */

import { holds, milliseconds, times, verdict } from "./cells.mjs";
import { median, ratio } from "./statistics.mjs";

export const corpora = [
  { kind: "page", script: "ascii" },
  { kind: "page", script: "mixed" },
  { kind: "call", script: "ascii" },
  { kind: "call", script: "mixed" },
];

/** The most that decoding may take, as a multiple of `JSON.parse(decoder.decode(bytes))`. */
const goals = { page: 1.3, call: 1.35 };

/** How much more it may be than valibot's multiple in the same run. */
const aboveValibot = 0.2;

/** The tables of `{ engine, kind, script, samples }`. */
export const tables = (measured) => [
  {
    title: `Decode: bytes to validated objects, as multiples of JSON.parse(decoder.decode(bytes)).
A page has 100 calls and 2.4 MB, a call 50 kB. Two goals: a fixed one, and valibot + ${aboveValibot}.`,
    headings: [
      "engine",
      "corpus",
      "ninjahire-calls",
      "valibot",
      "zod",
      "JSON.parse",
      "at most",
      "verdict",
    ],
    rows: measured.map(({ engine, kind, script, samples }) => {
      const baseline = samples["JSON.parse"];
      const ours = ratio(samples["ninjahire-calls"], baseline);
      const besideValibot = ratio(samples.valibot, baseline) + aboveValibot;
      return [
        engine,
        `${kind}, ${script}`,
        times(samples["ninjahire-calls"], baseline),
        times(samples.valibot, baseline),
        times(samples.zod, baseline),
        milliseconds(median(baseline)),
        `${goals[kind].toFixed(2)}, ${besideValibot.toFixed(2)}`,
        verdict(holds(ours, goals[kind]) && holds(ours, besideValibot)),
      ];
    }),
  },
];

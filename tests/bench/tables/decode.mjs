/** Decode: from the bytes of an answer to validated objects. */

import { median, ratio } from "./statistics.mjs";
import { holds, milliseconds, printTable, times, verdict } from "./print.mjs";

export const corpora = [
  { kind: "page", script: "ascii" },
  { kind: "page", script: "mixed" },
  { kind: "call", script: "ascii" },
  { kind: "call", script: "mixed" },
];

/** The most that decoding may take, as a multiple of `JSON.parse(decoder.decode(bytes))`. */
const goals = { page: 1.3, call: 1.35 };

/** How much more of it than valibot in the same run. */
const aboveValibot = 0.2;

/** Prints the table of `{ engine, kind, script, samples }`; returns whether all goals are held. */
export function print(measured) {
  const verdicts = [];
  const rows = measured.map(({ engine, kind, script, samples }) => {
    const baseline = samples["JSON.parse"];
    const ours = ratio(samples["ninjahire-calls"], baseline);
    const besideValibot = ratio(samples.valibot, baseline) + aboveValibot;
    const isHeld = holds(ours, goals[kind]) && holds(ours, besideValibot);
    verdicts.push(isHeld);
    return [
      engine,
      `${kind}, ${script}`,
      times(samples["ninjahire-calls"], baseline),
      times(samples.valibot, baseline),
      times(samples.zod, baseline),
      milliseconds(median(baseline)),
      `${goals[kind].toFixed(2)}, ${besideValibot.toFixed(2)}`,
      verdict(isHeld),
    ];
  });
  printTable(
    "Decode: bytes to validated objects, as multiples of JSON.parse(decoder.decode(bytes)).\n" +
      `Two goals: a fixed one, and valibot + ${aboveValibot} in the same run. A page has 100 calls and 2.4 MB, a call 50 kB.`,
    ["engine", "corpus", "ninjahire-calls", "valibot", "zod", "JSON.parse", "at most", "verdict"],
    rows,
  );
  return verdicts.every(Boolean);
}

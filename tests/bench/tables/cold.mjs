/** Cold start: from the navigation to the first turns of a call of 50 kB, in Chromium. */

import { holds, milliseconds, times, verdict } from "./cells.mjs";
import { median, ratio } from "./statistics.mjs";

/** The most that it may take with the wasm preloaded, as a multiple of ky + zod, by Mbit/s. */
const goals = { 10: 1, 1.6: 1.1 };

/** The page with zod in both ways of importing it: whole, and only the used parts. */
const baselines = ["ky + { z }", "ky + * as z"];

/** The tables of `{ network, sizes, samples }`. */
export const tables = (measured) => [
  {
    title:
      "Cold start: navigation to the first turns of a call of 50 kB, in Chromium, as multiples of ky + zod.",
    headings: [
      "network",
      "beside",
      "ninjahire-calls, preloaded",
      "ninjahire-calls",
      "ky + valibot",
      "ky + zod",
      "at most",
      "verdict",
    ],
    rows: measured.flatMap(({ network, samples }) =>
      baselines.map((beside) => {
        const untilTurns = (name) => samples[name].map(({ turns }) => turns);
        const baseline = untilTurns(beside);
        const preloaded = untilTurns("ninjahire-calls, preloaded");
        const goal = goals[network.megabits];
        return [
          network.name,
          beside,
          times(preloaded, baseline),
          times(untilTurns("ninjahire-calls"), baseline),
          times(untilTurns("ky + valibot"), baseline),
          milliseconds(median(baseline)),
          goal.toFixed(2),
          verdict(holds(ratio(preloaded, baseline), goal)),
        ];
      }),
    ),
  },
  {
    title:
      "Where the time goes: milliseconds since the navigation; bytes of page, script and wasm with brotli.",
    headings: ["network", "contestant", "bytes", "script runs", "call validated", "turns shown"],
    rows: measured.flatMap(({ network, sizes, samples }) =>
      Object.entries(samples).map(([name, reached]) => [
        network.name,
        name,
        String(sizes[name]),
        ...["script", "call", "turns"].map((phase) =>
          median(reached.map((one) => one[phase])).toFixed(0),
        ),
      ]),
    ),
  },
];

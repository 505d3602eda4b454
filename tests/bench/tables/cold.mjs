/** Cold start: from the navigation to the first turns of a call of 50 kB, in Chromium. */

import { median, ratio } from "./statistics.mjs";
import { holds, milliseconds, printTable, times, verdict } from "./print.mjs";

const ours = "ninjahire-calls";
const preloaded = "… preloaded";
const baseline = "ky + zod";

/** The most that it may take with the wasm preloaded, as a multiple of ky + zod, by Mbit/s. */
const goals = { 10: 1, 1.6: 1.1 };

/** Prints the tables of `{ network, sizes, samples }`; returns whether all goals are held. */
export function print(measured) {
  const verdicts = [];
  const rows = measured.map(({ network, samples }) => {
    const turns = (name) => samples[name].map((reached) => reached.turns);
    const goal = goals[network.megabits];
    const isHeld = holds(ratio(turns(preloaded), turns(baseline)), goal);
    verdicts.push(isHeld);
    return [
      network.name,
      times(turns(preloaded), turns(baseline)),
      times(turns(ours), turns(baseline)),
      times(turns("ky + valibot"), turns(baseline)),
      milliseconds(median(turns(baseline))),
      goal.toFixed(2),
      verdict(isHeld),
    ];
  });
  printTable(
    "Cold start: navigation to the first turns of a call of 50 kB, in Chromium, as multiples of ky + zod.",
    ["network", `${ours}, preloaded`, ours, "ky + valibot", "ky + zod", "at most", "verdict"],
    rows,
  );
  printTable(
    "Where the time goes: median milliseconds since the navigation, and bytes of page, script and wasm (brotli).",
    ["network", "contestant", "bytes", "script runs", "call validated", "turns shown"],
    measured.flatMap(({ network, sizes, samples }) =>
      Object.entries(samples).map(([name, reached]) => [
        network.name,
        name === preloaded ? `${ours}, preloaded` : name,
        String(sizes[name]),
        ...["script", "call", "turns"].map((phase) =>
          median(reached.map((one) => one[phase])).toFixed(0),
        ),
      ]),
    ),
  );
  return verdicts.every(Boolean);
}

/** The tables of the elements, for long calls in Chromium. */

import { holds, milliseconds, times, verdict } from "./cells.mjs";
import { median, ratio } from "./statistics.mjs";

/** The title of each row, and its limit as a share of plain DOM's first paint. */
const shareGoals = {
  paint: ["first paint", 1],
  turns: ["another turn, as turns", 0.1],
  text: ["another turn, as text", 0.1],
  key: ["a key in search", 0.1],
};

/** The limits for the longest task when a call is opened, in milliseconds. For all other actions it is 100. */
const openingGoals = { longCall: 50, hugeCall: 100 };
const names = { longCall: "200 kB", hugeCall: "10,000 turns" };
const phases = {
  opened: "opened",
  masked: "masked",
  unmasked: "shown again",
  searched: "searched first",
  key: "a key in search",
};

/** Browsers report tasks of more than 50 ms only. */
const task = (ms) => (ms ? milliseconds(ms) : "≤ 50 ms");

/** The tables of `{ shares, tasks }`. */
export const tables = ({ shares, tasks }) => [
  {
    title:
      "Elements: 10,000 turns in <ninjahire-transcript>, as shares of the first paint of plain DOM with the same style sheet.",
    headings: ["what", "ninjahire-calls", "plain DOM", "at most", "verdict"],
    rows: Object.entries(shareGoals).map(([name, [title, goal]]) => [
      title,
      times(shares[name], shares.plain),
      milliseconds(median(shares.plain)),
      goal.toFixed(2),
      verdict(holds(ratio(shares[name], shares.plain), goal)),
    ]),
  },
  {
    title:
      "The longest task of <ninjahire-call>, the median of pages that show a call for the first time.",
    headings: ["call", "what", "ninjahire-calls", "longest", "plain DOM", "at most", "verdict"],
    rows: Object.entries(tasks).flatMap(([kind, rounds]) =>
      Object.entries(phases).map(([phase, title]) => {
        const all = rounds.map((round) => round[phase]);
        const goal = phase === "opened" ? openingGoals[kind] : 100;
        return [
          names[kind],
          title,
          task(median(all)),
          task(Math.max(...all)),
          phase === "opened" ? task(median(rounds.map(({ plain }) => plain))) : "",
          milliseconds(goal),
          verdict(median(all) <= goal),
        ];
      }),
    ),
  },
];

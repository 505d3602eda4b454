/** Tables on a terminal. */

import { ratio, spread } from "./statistics.mjs";

export const milliseconds = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** `1.10`, or with its noise `1.10 ± 0.02`. */
export const times = (values, baseline) =>
  `${ratio(values, baseline).toFixed(2)} ± ${spread(values, baseline).toFixed(2)}`;

/** Prints rows of cells below their headings, each column as wide as it must be. */
export function printTable(title, headings, rows) {
  const lines = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  console.log(`\n${title}\n`);
  for (const line of lines) {
    console.log(
      `  ${line.map((cell, column) => cell.padEnd(widths[column])).join("  ")}`.trimEnd(),
    );
  }
}

/** Whether a ratio, as it is printed, holds its goal. */
export const holds = (value, goal) => Number(value.toFixed(2)) <= Number(goal.toFixed(2));

export const verdict = (isHeld) => (isHeld ? "ok" : "missed");

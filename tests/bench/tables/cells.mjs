/** The cells of a table, and the table. */

import { ratio, spread } from "./statistics.mjs";

export const milliseconds = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** The ratio to the baseline, and its spread: `1.10 ± 0.02`. */
export const times = (values, baseline) =>
  `${ratio(values, baseline).toFixed(2)} ± ${spread(values, baseline).toFixed(2)}`;

/** Whether a ratio meets its goal, both rounded as printed. */
export const holds = (value, goal) => Number(value.toFixed(2)) <= Number(goal.toFixed(2));

export const missed = "missed";
export const verdict = (isHeld) => (isHeld ? "ok" : missed);

/** A table as lines of text, each column as wide as it must be. */
export function format({ title, headings, rows }) {
  const lines = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const padded = lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column])));
  return [title, "", ...padded.map((line) => `  ${line.join("  ").trimEnd()}`)].join("\n");
}

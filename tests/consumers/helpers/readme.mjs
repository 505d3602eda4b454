/** README's table of the places in which the package was tested. */

import { readFileSync, writeFileSync } from "node:fs";

const begin = "<!-- consumers: written by `cargo xtask test consumers --write` -->";
const end = "<!-- /consumers -->";
const columns = ["place", "version", "verdict", "seconds"];

/** The text with these rows in its table. Rows of other places stay, unless `isWhole`. */
export function withRows(readme, rows, { isWhole }) {
  const [before, rest] = split(readme, begin);
  const [table, after] = split(rest, end);
  const kept = isWhole ? [] : rowsOf(table);
  const places = new Map([...kept, ...rows].map((row) => [row.place, row]));
  const lines = [columns, columns.map(() => "---")].concat(
    [...places.values()].map((row) => columns.map((name) => row[name])),
  );
  const markdown = lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  return `${before}${begin}\n\n${markdown}\n\n${end}${after}`;
}

function split(text, marker) {
  const at = text.indexOf(marker);
  if (at < 0) throw new Error(`README has no ${marker}`);
  return [text.slice(0, at), text.slice(at + marker.length)];
}

function rowsOf(table) {
  const cells = table
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
  return cells
    .slice(2)
    .map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])));
}

/** Writes the rows into the file. */
export function writeRows(file, rows, options) {
  writeFileSync(file, withRows(readFileSync(file, "utf8"), rows, options));
}

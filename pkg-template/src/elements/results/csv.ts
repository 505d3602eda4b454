/** The table as CSV (RFC 4180), with a byte order mark for Excel. */

import { save } from "../shared/parts.js";
import type { Column } from "./columns.js";
import type { Row } from "./rows.js";

type Cell = string | number | null | undefined;

/** Saves the table as a file named after its job and the current date. Returns the name. */
export function exportTable(
  columns: readonly Column[],
  rows: readonly Row[],
  title: string,
): string {
  const today = new Date().toISOString().slice(0, 10);
  return save(tableToCsv(tableOf(columns, rows)), "text/csv", `${title} ${today}.csv`);
}

/** The content of the table, headings included. */
function tableOf(columns: readonly Column[], rows: readonly Row[]): Cell[][] {
  return [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map(({ value, text = value }) => text(row))),
  ];
}

function tableToCsv(table: readonly (readonly Cell[])[]): string {
  return `\uFEFF${table.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(value: Cell): string {
  if (typeof value === "number") return String(value);
  // A spreadsheet would run such a text as a formula.
  const text = (value ?? "").replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

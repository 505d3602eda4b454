/** The table as CSV (RFC 4180), with a byte order mark for Excel. */

type Cell = string | number | null | undefined;

export function tableToCsv(table: readonly (readonly Cell[])[]): string {
  return `\uFEFF${table.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(value: Cell): string {
  if (typeof value === "number") return String(value);
  // A spreadsheet takes such a text for a formula.
  const text = (value ?? "").replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

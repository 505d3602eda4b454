/** Makes the table's rows from results: grouping, filtering, sorting, paging. Pure functions. */

import type { ScreeningResult } from "../../index.js";
import { dateOfCall, millisecondsOf } from "../shared/call-state.js";

/** One candidate and their calls. */
export interface Row {
  /** The id that the calls have in common. */
  key: string;
  name: string;
  /** The call with the best score, or the last call if none has a score. */
  best: ScreeningResult;
  /** The last call. */
  last: ScreeningResult;
  /** All calls, the last one first. */
  calls: readonly ScreeningResult[];
}

export type Value = string | number | null;

export interface Naming {
  name(result: ScreeningResult): string;
  date(result: ScreeningResult): number | null;
}

/** The filters for the rows. An empty text does not filter. */
export interface RowFilter {
  /** A part of the candidate's name. */
  query: string;
  status: string;
  /** An assessment, or `"-"` for calls without one. */
  assessment: string;
}

export interface Order {
  /** The column's name. */
  column: string;
  isUp: boolean;
}

/** One page of the rows. */
export interface Page {
  rows: readonly Row[];
  /** The page's index. */
  at: number;
  /** The index of the first row. */
  from: number;
  isLast: boolean;
}

/** The candidate's name: from the page, else from the server, else one of the ids. */
export function nameOfResult(
  result: ScreeningResult,
  nameOf: ((result: ScreeningResult) => string | null | undefined) | undefined,
): string | undefined {
  const { candidate_name, candidate_source_id, candidate_id, application_id, call_id } = result;
  const name =
    nameOf?.(result) ??
    candidate_name ??
    candidate_source_id ??
    candidate_id ??
    application_id ??
    call_id;
  return name ? String(name) : undefined;
}

/** When a result's call was, according to the page or else the server. */
export function dateOfResult(
  result: ScreeningResult,
  dateOf: ((result: ScreeningResult) => unknown) | undefined,
): number | null {
  return millisecondsOf(dateOf?.(result)) ?? dateOfCall(result);
}

/**
 * One row per candidate. A result without the id of a candidate or an application gets its own row.
 */
export function rowsOf(
  results: readonly ScreeningResult[],
  isGrouped: boolean,
  { name, date }: Naming,
): Row[] {
  const groups = new Map<string, ScreeningResult[]>();
  results.forEach((result, index) => {
    const { candidate_id, candidate_source_id, application_id, call_id } = result;
    const whose = candidate_id ?? candidate_source_id ?? application_id;
    const key = (isGrouped && whose) || call_id || `#${index}`;
    const group = groups.get(key);
    if (group) group.push(result);
    else groups.set(key, [result]);
  });
  return [...groups].map(([key, calls]) => {
    // The API documents no order for the listing. Without dates it keeps its order.
    calls.sort((a, b) => (date(b) ?? 0) - (date(a) ?? 0));
    const last = calls[0]!;
    const best = calls.reduce((one, other) =>
      (other.call_score ?? -1) > (one.call_score ?? -1) ? other : one,
    );
    return { key, name: name(best), best, last, calls };
  });
}

/** The names that more than one candidate has. */
export function sharedNames(rows: readonly Row[]): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { name } of rows) (seen.has(name) ? shared : seen).add(name);
  return shared;
}

/** The candidates with this text in their name who have a call with this status and assessment. */
export function matching(
  rows: readonly Row[],
  { query, status, assessment }: RowFilter,
): readonly Row[] {
  const wanted = query.trim().toLocaleLowerCase();
  return rows.filter(
    ({ name, calls }) =>
      (!wanted || name.toLocaleLowerCase().includes(wanted)) &&
      calls.some(
        (result) =>
          (!status || result.call_status === status) &&
          (!assessment || (result.ninjahire_intelligence ?? "-") === assessment),
      ),
  );
}

/**
 * The order after a column was chosen. Choosing it again reverses the order. Scores and dates start
 * with the highest.
 */
export function nextOrder({ column: before, isUp }: Order, column: string): Order {
  return { column, isUp: column === before ? !isUp : column !== "score" && column !== "date" };
}

/** Sorts by a value. Rows without one are last in both directions. */
export function sorted(
  rows: readonly Row[],
  valueOf: (row: Row) => Value,
  isUp: boolean,
  collator: Intl.Collator,
): Row[] {
  const way = isUp ? 1 : -1;
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .sort((a, b) => {
      const [isLastA, isLastB] = [a.value ?? "", b.value ?? ""].map((value) => +(value === ""));
      if (isLastA || isLastB) return isLastA! - isLastB!;
      return typeof a.value === "number" && typeof b.value === "number"
        ? way * (a.value - b.value)
        : way * collator.compare(String(a.value), String(b.value));
    })
    .map(({ row }) => row);
}

/** A page of the rows, or the last page if there are fewer. */
export function pageOf(rows: readonly Row[], wanted: number, size: number): Page {
  const last = Math.ceil((rows.length || 1) / size) - 1;
  const at = Math.min(wanted, last);
  const from = at * size;
  return { rows: rows.slice(from, from + size), at, from, isLast: at >= last };
}

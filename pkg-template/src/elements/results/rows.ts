/** From results to the table's rows: grouping, filtering, sorting. Decisions only. */

import type { ScreeningResult } from "../../index.js";
import { dateOfCall, millisecondsOf } from "../shared/call-state.js";

/** A column of your own. */
export interface ResultColumn {
  /** A name that no other column has. */
  name: string;
  /** What stands above it. */
  label: string;
  /** What it shows of a result: a text, a number, a date or nothing. */
  value(result: ScreeningResult): string | number | Date | null | undefined;
}

/** One candidate: the calls, of which one is shown. */
export interface Row {
  /** What the calls have in common. */
  key: string;
  name: string;
  /** The call with the best score; without any score, the last one. */
  best: ScreeningResult;
  /** The last one. */
  last: ScreeningResult;
  /** All of them, the last one first. */
  calls: readonly ScreeningResult[];
}

export type Value = string | number | null;

export interface Naming {
  name(result: ScreeningResult): string;
  date(result: ScreeningResult): number | null;
}

/** When a result's call was: as the page says, or as the server does. */
export function dateOfResult(
  result: ScreeningResult,
  dateOf: ((result: ScreeningResult) => unknown) | undefined,
): number | null {
  return millisecondsOf(dateOf?.(result)) ?? dateOfCall(result);
}

/** One row per candidate; without an id of a candidate or an application, one per call. */
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
    // The listing has no documented order: without dates it stays as it came.
    calls.sort((a, b) => (date(b) ?? 0) - (date(a) ?? 0));
    const last = calls[0]!;
    const best = calls.reduce((one, other) =>
      (other.call_score ?? -1) > (one.call_score ?? -1) ? other : one,
    );
    return { key, name: name(best), best, last, calls };
  });
}

/** Sorted by a value; rows without one are behind all others, whichever way. */
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

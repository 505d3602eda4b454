/** The state of a call, and since when. Pure functions. */

import type { ScreeningReport } from "../../index.js";

/**
 * `live`: the call is going on. `silent`: it should be, but nothing has changed for hours.
 * `assessing`: it has ended, and an assessment may still arrive. `unassessed`: it has ended without
 * an assessment.
 */
export type CallState = "live" | "silent" | "failed" | "assessing" | "assessed" | "unassessed";

/** The known times of a call, in milliseconds since 1970. */
export interface CallTimes {
  /** When the call was, if the page or the server gives a date. */
  date: number | null;
  /** When the call last changed, or was first seen. */
  seenAt: number | null;
  /** Whether it is still being followed. */
  isFollowed: boolean;
  now: number;
}

/** A screening call takes minutes, so after two hours it is not live any more. */
const silentAfterMs = 2 * 3_600_000;
const assessedWithinMs = 24 * 3_600_000;

export function callState(
  call: Pick<ScreeningReport, "call_status" | "call_score" | "ninjahire_intelligence">,
  { date, seenAt, isFollowed, now }: CallTimes,
): CallState {
  const { call_status: status } = call;
  if (status === "call_in_progress") {
    const news = Math.max(date ?? 0, seenAt ?? 0);
    return news && now - news > silentAfterMs ? "silent" : "live";
  }
  if (call.call_score !== null || call.ninjahire_intelligence !== null) return "assessed";
  if (status === "call_failed") return "failed";
  const isAwaited = date === null ? isFollowed : now - date <= assessedWithinMs;
  return isAwaited ? "assessing" : "unassessed";
}

/** The fields in which servers give the date of a call. The API documents no such field. */
const dateFields = [
  "ended_at",
  "call_ended_at",
  "completed_at",
  "started_at",
  "call_started_at",
  "call_date",
  "created_at",
];

/** When a call was, in milliseconds since 1970. `null` if no field gives a date. */
export function dateOfCall(call: object): number | null {
  const fields = call as Record<string, unknown>;
  for (const name of dateFields) {
    const date = millisecondsOf(fields[name]);
    if (date !== null) return date;
  }
  return null;
}

/** Converts a `Date`, a date as text, or milliseconds to milliseconds since 1970. */
export function millisecondsOf(value: unknown): number | null {
  if (typeof value !== "string" && typeof value !== "number" && !(value instanceof Date))
    return null;
  const date = new Date(value).getTime();
  return value === "" || Number.isNaN(date) ? null : date;
}

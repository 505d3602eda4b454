/** How a call stands, and since when: decisions only. */

import type { ScreeningReport } from "../../index.js";

/**
 * `live`: they talk. `silent`: they should, but nothing was heard for hours. `assessing`: it is over, and
 * an assessment may still come. `unassessed`: none will.
 */
export type CallState = "live" | "silent" | "failed" | "assessing" | "assessed" | "unassessed";

/** What is known of a call's times, in milliseconds since 1970. */
export interface CallTimes {
  /** When the call was, where the page or the server says so. */
  date: number | null;
  /** When it was last seen to change, or first seen. */
  seenAt: number | null;
  /** Whether it is still being followed. */
  isFollowed: boolean;
  now: number;
}

/** A screening call takes minutes. */
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

/** Where servers say when a call was: the vendor documents no such field. */
const dateFields = [
  "ended_at",
  "call_ended_at",
  "completed_at",
  "started_at",
  "call_started_at",
  "call_date",
  "created_at",
];

/** When a call was, in milliseconds since 1970; `null` where nothing says so. */
export function dateOfCall(call: object): number | null {
  const fields = call as Record<string, unknown>;
  for (const name of dateFields) {
    const date = millisecondsOf(fields[name]);
    if (date !== null) return date;
  }
  return null;
}

/** A date, its text or its milliseconds. */
export function millisecondsOf(value: unknown): number | null {
  if (typeof value !== "string" && typeof value !== "number" && !(value instanceof Date))
    return null;
  const date = new Date(value).getTime();
  return value === "" || Number.isNaN(date) ? null : date;
}

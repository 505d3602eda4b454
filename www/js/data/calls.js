/** What the page knows of every call, by application. */

import { store } from "../common/store.js";

const byApplication = new Map();

/** Tells when anything was learned. */
export const calls = store({});

/** An application's calls, the newest first. */
export function callsOf(applicationId) {
  const when = ({ created_at }) => Date.parse(created_at) || 0;
  return [...(byApplication.get(applicationId)?.values() ?? [])].sort((a, b) => when(b) - when(a));
}

/** Takes in a call as it was listed, or as an element's event brought it: then it says neither whose it is nor of when. */
export function learn(call, applicationId = call.application_id, seenAt) {
  if (!call.call_id) return;
  const mine = byApplication.get(applicationId) ?? new Map();
  const known = mine.get(call.call_id);
  mine.set(call.call_id, {
    ...known,
    ...call,
    application_id: applicationId,
    created_at: call.created_at ?? known?.created_at ?? seenAt,
  });
  byApplication.set(applicationId, mine);
  calls.change({});
}

/** A screening call takes minutes: one that nothing was heard of for hours is not under way. */
const silentAfterMs = 2 * 3_600_000;

export function isUnderWay(call) {
  if (call?.call_status !== "call_in_progress") return false;
  const begunAt = Date.parse(call.created_at);
  return Number.isNaN(begunAt) || Date.now() - begunAt < silentAfterMs;
}

/**
 * How a candidate stands: the newest call, and the one with the best score. `main` is the call to show
 * first: one under way, the best, or the newest.
 */
export function standing(applicationId) {
  const all = callsOf(applicationId);
  const [newest] = all;
  const scored = all.filter(({ call_score }) => typeof call_score === "number");
  const best = scored.sort((a, b) => b.call_score - a.call_score)[0];
  const main = isUnderWay(newest) ? newest : (best ?? newest);
  return { newest, best, main };
}

/** The calls that the page knows, by application. */

import { store } from "../common/store.js";

const byApplication = new Map();

/** Notifies its listeners when a call was added or has changed. */
export const calls = store({});

/** An application's calls, the newest first. */
export function callsOf(applicationId) {
  const when = ({ created_at }) => Date.parse(created_at) || 0;
  return [...(byApplication.get(applicationId)?.values() ?? [])].sort((a, b) => when(b) - when(a));
}

/** Adds a call from the listing or from an element's event. An event has neither the application nor the date. */
export function addCall(call, applicationId = call.application_id, seenAt) {
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

/** A screening call takes minutes, so after two hours it is not live any more. */
const silentAfterMs = 2 * 3_600_000;

export function isUnderWay(call) {
  if (call?.call_status !== "call_in_progress") return false;
  const begunAt = Date.parse(call.created_at);
  return Number.isNaN(begunAt) || Date.now() - begunAt < silentAfterMs;
}

/**
 * A candidate's newest call, and the call with the best score. `main` is the call to show first: a live
 * call, else the best, else the newest.
 */
export function standing(applicationId) {
  const all = callsOf(applicationId);
  const [newest] = all;
  const scored = all.filter(({ call_score }) => typeof call_score === "number");
  const best = scored.sort((a, b) => b.call_score - a.call_score)[0];
  const main = isUnderWay(newest) ? newest : (best ?? newest);
  return { newest, best, main };
}

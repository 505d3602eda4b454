/** Follows calls that are under way, each once. */

import { store } from "../common/store.js";
import { announce } from "../common/announce.js";
import { callById, learn } from "./calls.js";
import { client } from "./client.js";

/** `{ phase, error }` by call id; `phase` is connecting, live, assessing, done or error. */
export const followed = store({});

const underWay = new Set();
/** After this long without an assessment, there will hardly be one. */
const assessmentMs = 2 * 60_000;

const tell = (callId, news) =>
  followed.change({ [callId]: { ...followed.value[callId], ...news } });

/** Follows a call until it is assessed. */
export async function follow(callId, applicationId) {
  if (underWay.has(callId)) return;
  underWay.add(callId);
  const controller = new AbortController();
  const { signal } = controller;
  tell(callId, { phase: "connecting", error: null });
  let timer;
  try {
    const updates = client.watchCall(callId, { until: "assessed", signal });
    for await (const { call } of updates) {
      learn(call, applicationId);
      const { phase } = followed.value[callId];
      const next = call.call_status === "call_in_progress" ? "live" : "assessing";
      if (phase !== next)
        announce(next === "live" ? "The call is in progress." : "The call has ended.");
      if (phase !== next && next === "assessing") {
        timer = setTimeout(() => controller.abort(new Error("No assessment came")), assessmentMs);
      }
      tell(callId, { phase: next });
    }
    tell(callId, { phase: "done" });
    announceScore(callById(callId));
  } catch (error) {
    tell(callId, signal.aborted ? { phase: "done" } : { phase: "error", error });
  } finally {
    clearTimeout(timer);
    underWay.delete(callId);
  }
}

function announceScore({ call_score }) {
  if (call_score !== null) announce(`The call was assessed. The score is ${call_score} of 100.`);
}

/** Every call that the page knows of, by id and by application. */

import { store } from "../common/store.js";

const byId = new Map();
const idsByApplication = new Map();

/** `version` changes with every change. */
export const calls = store({ version: 0 });

export const callById = (id) => byId.get(id);

/** An application's calls, the newest first. */
export function callsOf(applicationId) {
  const ids = idsByApplication.get(applicationId) ?? [];
  const when = (call) => Date.parse(call.created_at ?? "") || 0;
  return ids.map((id) => byId.get(id)).sort((a, b) => when(b) - when(a));
}

/** Takes in what was learned of a call. What the answer leaves out is kept. */
export function learn(call, applicationId = call.application_id) {
  if (!call.call_id) return;
  const known = byId.get(call.call_id) ?? {};
  const news = Object.fromEntries(Object.entries(call).filter(([, value]) => value !== null));
  byId.set(call.call_id, {
    ...empty,
    ...known,
    ...news,
    application_id: known.application_id ?? applicationId,
  });
  if (!known.call_id) {
    const ids = idsByApplication.get(applicationId) ?? [];
    idsByApplication.set(applicationId, [...ids, call.call_id]);
  }
  calls.change({ version: calls.value.version + 1 });
}

const empty = {
  call_status: null,
  ninjahire_intelligence: null,
  call_direction: null,
  recording_url: null,
  call_score: null,
  call_summary: null,
  call_digest: null,
  transcript: null,
  questions_response: null,
};

/** Whether there is anything to go by: a score, or prose. */
export const isAssessed = (call) => call.call_score !== null || call.call_summary !== null;

/** How a candidate stands: `main` is the call to show first: one under way, the newest with a score, or the newest. */
export function standing(applicationId) {
  const all = callsOf(applicationId);
  const [newest] = all;
  const scored = all.find((call) => call.call_score !== null);
  const main = newest?.call_status === "call_in_progress" ? newest : (scored ?? newest);
  return { newest, scored, main };
}

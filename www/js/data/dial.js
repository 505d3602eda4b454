/** Placing calls, and what has come of each. */

import { store } from "../common/store.js";
import { callsOf, learn } from "./calls.js";
import { client } from "./client.js";
import { follow } from "./follow.js";

/** `{ state, error, callId }` by application id; `state` is dialling, placed, unknown or refused. */
export const dials = store({});

const tell = (applicationId, dial) => dials.change({ [applicationId]: dial });

/** Rings the candidate's phone, now. Gives the call's id, or null where it has none or the call was not placed. */
export async function dial(applicationId, options) {
  tell(applicationId, { state: "dialling" });
  try {
    const { call_id } = await client.initiateInstantCall(applicationId, options);
    tell(applicationId, { state: "placed", callId: call_id });
    if (call_id) takeOn(call_id, applicationId);
    return call_id;
  } catch (error) {
    const state = error.code === "dial_outcome_unknown" ? "unknown" : "refused";
    tell(applicationId, { state, error });
    return null;
  }
}

function takeOn(callId, applicationId) {
  const created_at = new Date().toISOString();
  learn(
    { call_id: callId, call_status: "call_in_progress", call_direction: "outgoing", created_at },
    applicationId,
  );
  follow(callId, applicationId);
}

/** After an outcome that nobody knows: is there a call that was not there before? */
export async function lookForCall(applicationId) {
  const known = new Set(callsOf(applicationId).map(({ call_id }) => call_id));
  const { data } = await client.listScreeningResults({ application_id: applicationId, size: 10 });
  for (const result of data) learn(result, applicationId);
  const found = data.find(({ call_id }) => call_id && !known.has(call_id));
  if (!found) return null;
  settle(applicationId);
  if (found.call_status === "call_in_progress") follow(found.call_id, applicationId);
  return found.call_id;
}

/** Takes a notice away. */
export const settle = (applicationId) => tell(applicationId, undefined);

/** The one route that rings a phone. Whatever happens, it says whether one may be ringing. */

import { type Answer, outcomeUnknown, problem } from "./answer.js";
import type { Deadline } from "./deadline.js";
import type { Settings } from "./options.js";
import { limit } from "./rate-limit.js";
import { refusedUpstream } from "./refused.js";
import type { Asked } from "./routes.js";
import { storeKey } from "./store.js";
import { headersBack, readText, redact, send } from "./upstream.js";

type AskedToDial = Extract<Asked, { route: "instantCall" }>;

/** The first request of a decision. Does not throw. */
export async function dial(
  settings: Settings,
  asked: AskedToDial,
  caller: string,
  deadline: Deadline,
): Promise<Answer> {
  const { store, redialGuardMs, onError } = settings;
  const guard = await storeKey("redial", asked.params.application_id);
  let key;
  try {
    key = await deadline.within(prepare(settings, caller, guard));
  } catch (error) {
    onError(error);
    // A status that no client takes for "may have rung".
    return problem(424, "not-placed", "The call was not placed", "No phone rings.");
  }
  // Not the key, but what stands in the way.
  if (typeof key === "object") return key;
  const answer = await ring(settings, asked, key, deadline);
  if (answer.status >= 400 && answer.status < 500 && redialGuardMs) {
    // It did not ring, so nobody need wait. No harm if this fails: the guard ends by itself.
    Promise.resolve(store.set(guard, "0", 1)).catch(onError);
  }
  return answer;
}

/** All that can be done before sending: the API key, or the refusal. */
async function prepare(
  settings: Settings,
  caller: string,
  guard: string,
): Promise<string | Answer> {
  const { store, limits, redialGuardMs } = settings;
  const limited = limits && (await limit(store, "dials", limits.dials, caller));
  if (limited) return limited;
  const key = await settings.apiKey();
  // Last, since it counts as a call from here on.
  const until = String(Date.now() + redialGuardMs);
  if (!redialGuardMs || (await store.setIfAbsent(guard, until, redialGuardMs))) return key;
  const leftMs = Number(await store.get(guard)) - Date.now();
  return problem(
    409,
    "redial-guard",
    "This candidate was called a moment ago",
    "No phone rings for this one.",
    { "retry-after": String(Math.max(1, Math.ceil(leftMs / 1000))) },
  );
}

/** Sends it, once. A 4xx, if it surely did not ring; a 5xx, if nobody knows. */
async function ring(
  settings: Settings,
  asked: AskedToDial,
  key: string,
  deadline: Deadline,
): Promise<Answer> {
  try {
    const response = await deadline.within(send(settings, asked, key, deadline.signal));
    const { status } = response;
    const headers = headersBack(response);
    if (response.ok) {
      const body = redact(await deadline.within(readText(response, 65_536)), key, settings);
      if (status === 204) return { status, headers, body: null };
      JSON.parse(body);
      return { status, headers: { ...headers, "content-type": "application/json" }, body };
    }
    // Looked at and refused. 408 and 499 say only that somebody gave up waiting.
    if (status >= 400 && status < 499 && status !== 408) {
      return await deadline.within(refusedUpstream(response, key, settings));
    }
    response.body?.cancel().catch(() => {});
    return outcomeUnknown(502, `The calls API answered ${status}`, headers);
  } catch (error) {
    settings.onError(error);
    return deadline.signal.aborted
      ? outcomeUnknown(504, "The calls API did not answer in time")
      : outcomeUnknown(502, "The calls API could not be asked");
  }
}

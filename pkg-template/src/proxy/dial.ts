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
): Promise<{ answer: Answer; forgetAfterMs?: number }> {
  const { store, limits, redialGuardMs, onError } = settings;
  const guard = await storeKey("redial", asked.params.application_id);
  let key;
  try {
    const limited = limits && (await deadline.within(limit(store, "dials", limits.dials, caller)));
    // Soon forgotten, or a flood of refusals would fill the store.
    if (limited) return { answer: limited, forgetAfterMs: Math.min(settings.rememberMs, 60_000) };
    key = await deadline.within(settings.apiKey());
    // Last, since it counts as a call from here on.
    const guarded = redialGuardMs > 0 && (await deadline.within(reserve(settings, guard)));
    if (guarded) return { answer: guarded };
    // Nothing that comes too late may ring.
    deadline.signal.throwIfAborted();
  } catch (error) {
    onError(error);
    // A status that no client takes for "may have rung".
    return { answer: problem(424, "not-placed", "The call was not placed", "No phone rings.") };
  }
  const answer = await ring(settings, asked, key, deadline);
  if (answer.status >= 400 && answer.status < 500 && redialGuardMs > 0) {
    // It did not ring, so nobody need wait. No harm if this fails: the guard ends by itself.
    Promise.resolve(store.set(guard, "0", 1)).catch(onError);
  }
  return { answer };
}

/** Takes the redial guard, or tells for how long another has it. */
async function reserve(
  { store, redialGuardMs }: Settings,
  guard: string,
): Promise<Answer | undefined> {
  const until = String(Date.now() + redialGuardMs);
  if (await store.setIfAbsent(guard, until, redialGuardMs)) return undefined;
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
    return outcomeUnknown(502, `The calls API answered ${status}.`, headers);
  } catch (error) {
    settings.onError(error);
    return deadline.signal.aborted
      ? outcomeUnknown(504, "The calls API did not answer in time.")
      : outcomeUnknown(502, "The calls API could not be asked, or its answer not be read.");
  }
}

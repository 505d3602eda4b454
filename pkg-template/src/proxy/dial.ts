/** The one route that rings a phone. Whatever happens, it says whether one may be ringing. */

import { type Answer, notPlaced, outcomeUnknown, problem } from "./answer.js";
import type { Deadline } from "./deadline.js";
import type { Settings } from "./options.js";
import { limit } from "./rate-limit.js";
import { refusedUpstream } from "./refused.js";
import type { Asked } from "./routes.js";
import { storeKey } from "./store.js";
import { headersBack, readText, redact, send } from "./upstream.js";

type AskedToDial = Extract<Asked, { route: "instantCall" }>;

/** What came of it. */
interface Dialled {
  answer: Answer;
  /** Whether a phone rings: `null`, nobody knows. */
  rings: boolean | null;
}

/** The first request of a decision. Does not throw. */
export async function dial(
  settings: Settings,
  asked: AskedToDial,
  caller: string,
  deadline: Deadline,
): Promise<{ answer: Answer; forgetAfterMs?: number }> {
  const { store, limits, redialGuardMs, onError } = settings;
  let key: string;
  const guard = await storeKey("redial", asked.params.application_id);
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
    return { answer: notPlaced("The proxy could not get ready to send it.") };
  }
  const { answer, rings } = await ring(settings, asked, key, deadline);
  if (rings === false && redialGuardMs > 0) {
    // Not awaited, and no harm if it fails: it ends by itself.
    Promise.resolve(store.set(guard, "0", 1)).catch(onError);
  }
  return { answer };
}

/** Takes the redial guard, or tells for how long another has it. */
async function reserve(
  { store, redialGuardMs }: Settings,
  guard: string,
): Promise<Answer | undefined> {
  if (await store.setIfAbsent(guard, String(Date.now() + redialGuardMs), redialGuardMs))
    return undefined;
  const leftMs = Number((await store.get(guard)) ?? 0) - Date.now();
  return problem(
    409,
    "redial-guard",
    "This candidate was called a moment ago",
    "No phone rings for this request.",
    { "retry-after": String(Math.max(1, Math.ceil(leftMs / 1000))) },
  );
}

/** Sends it, once, and makes sense of what comes back. */
async function ring(
  settings: Settings,
  asked: AskedToDial,
  key: string,
  deadline: Deadline,
): Promise<Dialled> {
  const unknown = (status: number, why: string, headers?: Record<string, string>): Dialled => ({
    answer: outcomeUnknown(status, why, headers),
    rings: null,
  });
  try {
    const response = await deadline.within(send(settings, asked, key, deadline.signal));
    const { status } = response;
    const headers = headersBack(response);
    if (response.ok) {
      const body = redact(await deadline.within(readText(response, 65_536)), key, settings);
      if (status === 204) return { answer: { status, headers, body: null }, rings: true };
      JSON.parse(body);
      return {
        answer: { status, headers: { ...headers, "content-type": "application/json" }, body },
        rings: true,
      };
    }
    // Looked at and refused. 408 and 499 say only that somebody gave up waiting.
    if (status >= 400 && status < 499 && status !== 408) {
      return {
        answer: await deadline.within(refusedUpstream(response, key, settings)),
        rings: false,
      };
    }
    response.body?.cancel().catch(() => {});
    return unknown(502, `The calls API answered ${status}.`, headers);
  } catch (error) {
    settings.onError(error);
    return deadline.signal.aborted
      ? unknown(504, "The calls API did not answer in time.")
      : unknown(502, "The calls API's answer was cut off, unreadable, or never came.");
  }
}
